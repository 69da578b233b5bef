// SPDX-License-Identifier: MIT
#include "diptych/change_tree.h"

#include "diptych/caption.h"
#include "layout/passages.h"

// "wg2 (21 Mar 1989, incomplete)".
static void add_account(Buffer *out, const Dossier *dossier, uint32_t account, bool dated)
{
    Date date = dossier->rounds[dossier->accounts[account].round].date;
    Str lack = caption_lack(dossier, account);
    dated = dated && date_known(date);
    buffer_add(out, dossier->accounts[account].name);
    if (!dated && !lack.len)
        return;
    buffer_add_text(out, " (");
    if (dated)
        date_add(out, date);
    buffer_add_text(out, dated && lack.len ? ", " : "");
    buffer_add(out, lack);
    buffer_add_byte(out, ')');
}

void change_caption_add(Buffer *out, const Dossier *dossier, const Change *change, bool dated)
{
    buffer_add(out, dossier->parties[change->party].brief);
    buffer_add_text(out, ", ");
    add_account(out, dossier, change->from, dated);
    buffer_add_text(out, " to ");
    add_account(out, dossier, change->to, dated);
    buffer_add_text(out, ": ");
    buffer_add(out,
               change->topic == NONE ? str_of("all topics") : dossier->topics[change->topic].record.title);
}

// What is said of all words of the kind.
static void add_heading(Tree *tree, const Dossier *dossier, const Change *change, ChangeKind kind)
{
    static const char *const rests[CHANGE_KINDS] = {
        [CHANGE_NEW] = ": come back to nothing that was said before",
        [CHANGE_DROPPED] = ": nothing comes back to them, and the record is full",
        [CHANGE_NOT_THERE] = ", which would not show everything: "};
    Buffer text = {0};
    buffer_addf(&text, "%s %zu%s", change_word(kind), change->counts[kind], rests[kind] ? rests[kind] : "");
    if (kind == CHANGE_NOT_THERE) {
        Str lack = caption_lack(dossier, change->to);
        buffer_add(&text, lack.len ? lack : str_of("not all of it has its topics"));
    }
    tree_add_text(tree, 0, (Target){0}, (Str){0}, buffer_str(&text), STYLE_BOLD);
    buffer_free(&text);
}

static void add_passage(Tree *tree, size_t depth, const Dossier *dossier, const Skim *skim, PassageId id,
                        const char *what)
{
    Buffer label = {0};
    passages_label_add(&label, dossier, skim, id, what);
    tree_add_passage(tree, depth, id, buffer_str(&label));
    buffer_free(&label);
}

static void add_item(Tree *tree, const Dossier *dossier, const Skim *skim, const ChangeItem *item, bool again)
{
    if (item->kind == CHANGE_NEW) {
        add_passage(tree, 1, dossier, skim, item->later, change_word(item->kind));
        return;
    }
    if (!again)
        add_passage(tree, 1, dossier, skim, item->earlier, change_word(item->kind));
    if (item->later.account != NONE)
        add_passage(tree, 2, dossier, skim, item->later, "later");
}

Tree *change_tree(Dossier *dossier, const Skim *skim, const Change *change)
{
    Tree *tree = tree_new();
    const ChangeItem *before = NULL;
    for (size_t i = 0; i < change->count; i++) {
        const ChangeItem *item = &change->items[i];
        bool same = before && before->kind == item->kind;
        if (!same)
            add_heading(tree, dossier, change, item->kind);
        bool again = same && before->earlier.account == item->earlier.account &&
                     before->earlier.ordinal == item->earlier.ordinal;
        add_item(tree, dossier, skim, item, again);
        before = item;
    }
    if (change->cut)
        tree_add_text(tree, 0, (Target){0}, (Str){0},
                      str_of("There are too many links to be followed: this is not all."), STYLE_BOLD);
    if (!change->count)
        tree_add_text(tree, 0, (Target){0}, (Str){0}, str_of("It says nothing there in either round."),
                      STYLE_PLAIN);
    return tree;
}
