// SPDX-License-Identifier: MIT
// What a text looks like as a whole, before it is read: how speakers are marked there, which names recur.
#ifndef PORT_SURVEY_H
#define PORT_SURVEY_H

#include "port/label.h"
#include "port/page_line.h"
#include "port/wordmap.h"

// Distinct forms that are counted; and running heads.
#define SURVEY_FORMS_MAX ((size_t)20000)

// How often a form was met as a speaker's.
typedef struct SurveyForm {
    uint32_t count;
    uint32_t styles; // a bit for each LabelStyle
    bool bold;
} SurveyForm;

// A zeroed one knows nothing.
typedef struct Survey {
    WordMap forms;
    SurveyForm *counts;
    size_t form_count, form_capacity;
    size_t totals[LABEL_STYLE_COUNT];   // lines that begin so, with a name that is none of the stopped words
    size_t repeated[LABEL_STYLE_COUNT]; // of these, with a form that was met before
    size_t bold;                        // of all, in bold
    size_t asked, answered;             // "Q." and "A."
    size_t paragraphs;                  // as far as lines tell
    size_t labels;                      // of all, with forms that were met before
    size_t reported;                    // paragraphs that begin with a speaker and a verb of saying
    size_t widths[513];                 // lines by their bytes, the last one for longer ones
    size_t width;  // bytes up to which lines are filled; 0: they are as long as paragraphs
    WordMap heads; // running heads, by their words
    uint32_t *head_counts;
    size_t head_count, head_capacity;
    Buffer first_page; // the first number of a page that was met
    size_t pages;      // numbers of pages
    size_t feeds;      // form feeds
    Buffer key;        // scratch
} Survey;

// Reads all lines. The intake is at its end then.
void survey_take(Survey *survey, PageLines *lines);
void survey_free(Survey *survey);

// How often the form was met; 0 as well.
size_t survey_count(Survey *survey, Str form);
// True when a line of these words comes again and again at the ends of pages.
bool survey_is_running(Survey *survey, Str line);

// Whether a label is a speaker, by what the whole text looks like.
typedef enum Verdict {
    VERDICT_NO,
    VERDICT_YES,
    VERDICT_LIKELY // met once: worth a word to the person who imports
} Verdict;

// By how often the form stands there, and how others are marked.
Verdict survey_judge(Survey *survey, const Label *label);

#endif
