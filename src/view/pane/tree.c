// SPDX-License-Identifier: MIT
// The pane of a tree: a pager of the nodes that are not folded away.
#include "diptych/tree.h"

#include <stdlib.h>

#include "diptych/memory.h"
#include "view/pane/strips.h"

typedef struct TreePane {
    Pager pager;
    Tree *tree;      // owned
    uint32_t *nodes; // of the pager's entries
} TreePane;

static TreePane *tree_of(Pane *pane)
{
    return (TreePane *)pane;
}

static void open_nodes(TreePane *it)
{
    free(it->nodes);
    pager_open(&it->pager, tree_sheet(it->tree, &it->nodes));
}

static Pane *open_tree(void *content, const Setting *setting)
{
    TreePane *it = mem_new(1, sizeof *it);
    it->pager.pane = (Pane){&pane_tree, *setting};
    it->tree = content;
    open_nodes(it);
    return &it->pager.pane;
}

static void close_tree(Pane *pane)
{
    TreePane *it = tree_of(pane);
    pager_close(&it->pager);
    free(it->nodes);
    tree_free(it->tree);
    free(it);
}

// The entry of the node, or of the one that hides it.
static size_t entry_of(const TreePane *it, size_t node)
{
    size_t low = 0, high = it->pager.sheet->entry_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (it->nodes[middle] <= node)
            low = middle;
        else
            high = middle;
    }
    return low;
}

// Lists the nodes anew when some were folded or unfolded, with `node` current on the same row.
static void list_anew(TreePane *it, size_t node, size_t offset, size_t row)
{
    pager_close(&it->pager);
    open_nodes(it);
    if (it->pager.sheet->entry_count)
        pager_place(&it->pager, entry_of(it, node), offset, row);
}

static bool fold(Pane *pane)
{
    TreePane *it = tree_of(pane);
    if (it->pager.current == ENTRY_NONE)
        return false;
    size_t node = it->nodes[it->pager.current];
    if (!tree_fold(it->tree, node, !it->tree->nodes[node].folded))
        return false;
    list_anew(it, node, 0, pager_row(&it->pager));
    return true;
}

// A node that is folded away is unfolded.
static bool place(Pane *pane, const Spot *spot)
{
    TreePane *it = tree_of(pane);
    if (strips_place(pane, spot))
        return true;
    for (size_t i = 0; i < it->tree->count && spot->target.kind != TARGET_NONE; i++) {
        if (target_equal(it->tree->nodes[i].target, spot->target) && tree_reveal(it->tree, i)) {
            list_anew(it, i, spot->offset, spot->row);
            return true;
        }
    }
    return false;
}

static size_t items(const Pane *pane)
{
    return ((const TreePane *)pane)->tree->count;
}

static size_t item(const Pane *pane)
{
    const TreePane *it = (const TreePane *)pane;
    return it->pager.sheet->entry_count ? it->nodes[strips_item(pane)] : 0;
}

static void item_add(const Pane *pane, size_t at, Buffer *out)
{
    const TreeNode *node = &((const TreePane *)pane)->tree->nodes[at];
    const PassageId id = {node->target.index, node->target.ordinal};
    const Passage *passage = node->is_passage ? passage_at(pane->setting.dossier, id) : NULL;
    buffer_add(out, passage ? passage->text : node->text);
    buffer_add_byte(out, '\n');
    buffer_add(out, node->label);
}

static void to_item(Pane *pane, size_t node, size_t offset, size_t above)
{
    TreePane *it = tree_of(pane);
    if (tree_reveal(it->tree, node))
        list_anew(it, node, 0, 0);
    strips_to_item(pane, entry_of(it, node), offset, above);
}

static int compare_targets(const void *a, const void *b)
{
    const Target *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    if (x->index != y->index)
        return x->index < y->index ? -1 : 1;
    return x->ordinal < y->ordinal ? -1 : x->ordinal > y->ordinal;
}

// What was folded is folded, as far as it is still there.
static void inherit(Pane *pane, const Pane *older)
{
    TreePane *it = tree_of(pane);
    const Tree *was = ((const TreePane *)older)->tree;
    Target *folded = mem_new(was->count, sizeof *folded);
    size_t count = 0;
    for (size_t i = 0; i < was->count; i++)
        if (was->nodes[i].folded)
            folded[count++] = was->nodes[i].target;
    qsort(folded, count, sizeof *folded, compare_targets);
    for (size_t i = 0; i < it->tree->count && count; i++)
        if (bsearch(&it->tree->nodes[i].target, folded, count, sizeof *folded, compare_targets))
            tree_fold(it->tree, i, true);
    free(folded);
    if (count)
        list_anew(it, 0, 0, 0);
}

const PaneType pane_tree = {
    .open = open_tree,
    .close = close_tree,
    .measure = strips_measure,
    .inherit = inherit,
    .scroll = strips_scroll,
    .to_end = strips_to_end,
    .step = strips_step,
    .step_band = strips_step_band,
    .focus = strips_focus,
    .fold = fold,
    .target = strips_target,
    .bands = strips_bands,
    .band = strips_band,
    .topic = strips_topic,
    .spot = strips_spot,
    .place = place,
    .to_band = strips_to_band,
    .show = strips_show,
    .items = items,
    .item = item,
    .to_item = to_item,
    .item_add = item_add,
    .paint = strips_paint,
    .print = strips_print,
};
