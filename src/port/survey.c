// SPDX-License-Identifier: MIT
#include "port/survey.h"

#include <stdlib.h>

#include "port/furniture.h"
#include "port/name.h"
#include "port/reported.h"

// Behind so many lines only those are looked at that begin a paragraph: in front of them is none, or a short
// one.
#define SURVEY_LINES ((size_t)20000)
#define WITHIN_BYTES ((size_t)48)

static Str key_of(Survey *survey, Str form)
{
    buffer_clear(&survey->key);
    name_key(form, &survey->key);
    return buffer_str(&survey->key);
}

static SurveyForm *form_of(Survey *survey, Str form, bool add)
{
    const Str key = key_of(survey, form);
    const uint32_t at = wordmap_value(&survey->forms, key);
    if (at != WORDMAP_NONE)
        return &survey->counts[at];
    if (!add || survey->form_count >= SURVEY_FORMS_MAX)
        return NULL;
    wordmap_add(&survey->forms, key, (uint32_t)survey->form_count);
    survey->counts =
        mem_grow(survey->counts, &survey->form_capacity, survey->form_count + 1, sizeof *survey->counts);
    survey->counts[survey->form_count] = (SurveyForm){.count = 0};
    return &survey->counts[survey->form_count++];
}

static void take_label(Survey *survey, const Label *label)
{
    if (label->style == LABEL_ASKED) {
        *(label->form.at[0] == 'Q' ? &survey->asked : &survey->answered) += 1;
        return;
    }
    if (label->form.len == 0 || label_is_stopped(label->form)) {
        survey->totals[label->style] += label->style == LABEL_CHEVRON;
        return;
    }
    SurveyForm *form = form_of(survey, label->form, true);
    survey->totals[label->style]++;
    survey->bold += label->bold;
    if (!form)
        return;
    survey->repeated[label->style] += form->count > 0 && (form->styles & 1u << label->style);
    survey->labels += form->count > 0 && label->style != LABEL_ALONE && label->style != LABEL_DASH;
    form->count++;
    form->styles |= 1u << label->style;
    form->bold = form->bold || label->bold;
}

static void take_head(Survey *survey, Str words)
{
    const Str key = key_of(survey, words);
    uint32_t at = wordmap_value(&survey->heads, key);
    if (at == WORDMAP_NONE) {
        if (survey->head_count >= SURVEY_FORMS_MAX)
            return;
        at = (uint32_t)survey->head_count;
        wordmap_add(&survey->heads, key, at);
        survey->head_counts = mem_grow(survey->head_counts, &survey->head_capacity, survey->head_count + 1,
                                       sizeof *survey->head_counts);
        survey->head_counts[survey->head_count++] = 0;
    }
    survey->head_counts[at]++;
}

// What stands next to a page's end: a number, a running head.
static bool take_furniture(Survey *survey, const PageLine *line, bool at_edge)
{
    Buffer page = {0};
    Str head = {NULL, 0};
    bool doubtful;
    const Furniture kind = furniture_of(line->text, &page, &head, &doubtful);
    const bool numbered = (kind == FURNITURE_PAGE && !doubtful) || kind == FURNITURE_RUNNING;
    if (numbered && survey->pages++ == 0)
        buffer_add(&survey->first_page, buffer_str(&page));
    if (kind == FURNITURE_RUNNING)
        take_head(survey, head);
    else if (at_edge && kind == FURNITURE_NONE && line->text.len <= 100 && line->text.at[0] != '[' &&
             line->text.at[0] != '(')
        take_head(survey, line->text);
    buffer_free(&page);
    return kind != FURNITURE_NONE;
}

static void set_width(Survey *survey)
{
    size_t all = 0, above = survey->widths[512];
    for (size_t i = 0; i < 513; i++)
        all += survey->widths[i];
    survey->width = 0;
    if (above * 20 > all) // many lines of half a kilobyte: nobody has filled them
        return;
    for (size_t i = 511; i > 40 && survey->width == 0; i--) {
        above += survey->widths[i];
        if (above * 25 > all) // one line in 25 is that long
            survey->width = i;
    }
    size_t near = 0; // of lines that somebody has filled many are nearly that long
    for (size_t i = survey->width > 14 ? survey->width - 14 : 0; i < 513; i++)
        near += survey->widths[i];
    if (survey->width > 160 || all < 12 || near * 4 < all)
        survey->width = 0;
}

void survey_take(Survey *survey, PageLines *lines)
{
    PageLine line;
    bool edge = true, cut = false;
    size_t before = 0; // bytes of the line before
    for (size_t count = 0; page_lines_next(lines, &line); count++) {
        const bool goes_on = cut;
        cut = line.cut;
        survey->feeds += line.feeds;
        const bool inside = before > WITHIN_BYTES, within = inside && count > SURVEY_LINES;
        before = line.text.len;
        if (line.text.len == 0 || goes_on) {
            edge = edge || line.feeds;
            continue;
        }
        survey->widths[line.bytes < 512 ? line.bytes : 512]++;
        if (take_furniture(survey, &line, edge || line.feeds)) {
            edge = true;
            continue;
        }
        edge = false;
        if (within)
            continue;
        const Label label = label_parse(line.text, line.bold);
        if (label.style != LABEL_NONE)
            take_label(survey, &label);
        survey->paragraphs += !inside;
        if (!inside && label.style != LABEL_COLON && reported_subject(line.text).len)
            survey->reported++;
    }
    set_width(survey);
}

void survey_free(Survey *survey)
{
    wordmap_free(&survey->forms);
    wordmap_free(&survey->heads);
    free(survey->counts);
    free(survey->head_counts);
    buffer_free(&survey->first_page);
    buffer_free(&survey->key);
}

size_t survey_count(Survey *survey, Str form)
{
    const SurveyForm *known = form_of(survey, form, false);
    return known ? known->count : 0;
}

bool survey_is_running(Survey *survey, Str line)
{
    const uint32_t at = line.len <= 120 ? wordmap_value(&survey->heads, key_of(survey, line)) : WORDMAP_NONE;
    return at != WORDMAP_NONE && survey->head_counts[at] >= 3;
}

// Names in bold, or in front of colons, are the way of this text.
static bool is_way(const Survey *survey, LabelStyle style)
{
    size_t most = 0;
    for (int i = 0; i < LABEL_STYLE_COUNT; i++)
        if (i != LABEL_ALONE && survey->totals[i] > most)
            most = survey->totals[i];
    return survey->totals[style] * 4 >= most;
}

static Verdict judge_stop(Survey *survey, const Label *label, size_t count)
{
    const bool settled = survey->repeated[LABEL_STOP] >= 2 ||
                         (survey->repeated[LABEL_STOP] >= 1 && survey->totals[LABEL_STOP] >= 3);
    const size_t total = survey->totals[LABEL_STOP];
    if (!is_way(survey, LABEL_STOP))
        return VERDICT_NO;
    if (total >= 2 && total * 2 >= survey->paragraphs) // a short text, of little else
        return count >= 2 ? VERDICT_YES : VERDICT_LIKELY;
    if (count >= 2)
        return settled ? VERDICT_YES : VERDICT_LIKELY;
    return settled && (label->caps || label->marked) ? VERDICT_LIKELY : VERDICT_NO;
}

static Verdict judge_alone(Survey *survey, const Label *label, size_t count)
{
    size_t others = 0;
    for (int i = 0; i < LABEL_STYLE_COUNT; i++)
        others += i == LABEL_ALONE ? 0 : survey->repeated[i];
    others += survey->totals[LABEL_COLON] >= 2;
    if (label->bold)
        return count >= 2 ? VERDICT_YES : VERDICT_NO;
    const SurveyForm *form = form_of(survey, label->form, false);
    if (form && form->styles & ~(1u << LABEL_ALONE)) // known from elsewhere
        return VERDICT_NO;
    if (label->rest.len == 0 && label->form.len && label->caps &&
        (others == 0 || memchr(label->form.at, ',', label->form.len)))
        return count >= 2 ? VERDICT_YES : VERDICT_LIKELY;
    return others == 0 && count >= 2 && survey->repeated[LABEL_ALONE] >= 2 ? VERDICT_YES : VERDICT_NO;
}

// Of the press it is only told that it asks.
static Verdict judge_asked(const Survey *survey, const Label *label)
{
    const bool press = survey->asked >= 2 && survey->totals[LABEL_COLON] >= 2;
    const bool good = label->form.at[0] == 'Q' ? survey->asked > 0 && (survey->answered > 0 || press)
                                               : survey->asked > 0 && survey->answered > 0;
    return good ? VERDICT_YES : VERDICT_NO;
}

Verdict survey_judge(Survey *survey, const Label *label)
{
    const size_t count = label->form.len ? survey_count(survey, label->form) : 0;
    if (label->form.len && label_is_stopped(label->form) && label->style != LABEL_ASKED)
        return VERDICT_NO;
    if (survey->bold >= 2 && !label->bold && label->style != LABEL_CHEVRON && label->style != LABEL_CIRCLE) {
        const SurveyForm *form = form_of(survey, label->form, false);
        if (survey->bold * 2 > survey->totals[label->style] &&
            !(form && form->bold && label->style == LABEL_COLON))
            return VERDICT_NO;
    }
    switch (label->style) {
    case LABEL_COLON:
        if (label->bold || count >= 2 || label->marked)
            return VERDICT_YES;
        if (survey->totals[LABEL_COLON] < 2 && survey->paragraphs > 6)
            return VERDICT_NO; // one in an essay
        return is_way(survey, LABEL_COLON) || label->caps ? VERDICT_LIKELY : VERDICT_NO;
    case LABEL_STOP:
        return judge_stop(survey, label, count);
    case LABEL_DASH:
        return label->caps || label->form.len <= 3 || (count >= 2 && is_way(survey, LABEL_DASH))
                   ? VERDICT_LIKELY
                   : VERDICT_NO;
    case LABEL_ASKED:
        return judge_asked(survey, label);
    case LABEL_ANGLE:
        return label->caps || label->marked || label->time.len || count >= 2 ||
                       survey->totals[LABEL_ANGLE] >= 3
                   ? VERDICT_YES
                   : VERDICT_NO;
    case LABEL_ALONE:
        return judge_alone(survey, label, count);
    case LABEL_NONE:
        return VERDICT_NO;
    default:
        return VERDICT_YES;
    }
}
