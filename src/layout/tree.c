// SPDX-License-Identifier: MIT
#include "diptych/tree.h"

#include <stdlib.h>

#include "diptych/memory.h"

Tree *tree_new(void)
{
    Tree *tree = mem_new(1, sizeof *tree);
    tree->arena = mem_new(1, sizeof *tree->arena);
    return tree;
}

void tree_free(Tree *tree)
{
    if (!tree)
        return;
    arena_free(tree->arena);
    free(tree->arena);
    free(tree->nodes);
    free(tree->open);
    free(tree);
}

// Those that are as deep, or deeper, get no more below them.
static void close_from(Tree *tree, size_t depth)
{
    while (tree->open_count > depth)
        tree->nodes[tree->open[--tree->open_count]].end = (uint32_t)tree->count;
}

static void add(Tree *tree, size_t depth, TreeNode node)
{
    if (depth > tree->open_count)
        depth = tree->open_count;
    close_from(tree, depth);
    node.depth = (uint32_t)depth;
    node.label = arena_str(tree->arena, node.label);
    node.text = arena_str(tree->arena, node.text);
    tree->open = mem_grow(tree->open, &tree->open_capacity, depth + 1, sizeof *tree->open);
    tree->open[tree->open_count++] = (uint32_t)tree->count;
    tree->nodes = mem_grow(tree->nodes, &tree->capacity, tree->count + 1, sizeof *tree->nodes);
    tree->nodes[tree->count++] = node;
}

void tree_add_text(Tree *tree, size_t depth, Target target, Str label, Str text, Style style)
{
    add(tree, depth, (TreeNode){.target = target, .label = label, .text = text, .style = style});
}

void tree_add_passage(Tree *tree, size_t depth, PassageId passage, Str label)
{
    add(tree, depth,
        (TreeNode){.target = {TARGET_PASSAGE, passage.account, passage.ordinal},
                   .label = label,
                   .is_passage = true});
}

static size_t end_of(const Tree *tree, size_t node)
{
    return tree->nodes[node].end ? tree->nodes[node].end : tree->count;
}

size_t tree_below(const Tree *tree, size_t node)
{
    return end_of(tree, node) - node - 1;
}

bool tree_fold(Tree *tree, size_t node, bool folded)
{
    if (!tree_below(tree, node))
        return false;
    tree->nodes[node].folded = folded;
    return true;
}

bool tree_reveal(Tree *tree, size_t node)
{
    bool hidden = false;
    for (size_t i = 0; i < node;) {
        if (end_of(tree, i) <= node) {
            i = end_of(tree, i);
            continue;
        }
        hidden = hidden || tree->nodes[i].folded;
        tree->nodes[i++].folded = false;
    }
    return hidden;
}

// What stands in front of the label or text: whether there is something below, and how much is hidden.
static void add_sign(const Tree *tree, Buffer *out, size_t node)
{
    size_t below = tree_below(tree, node);
    if (below && tree->nodes[node].folded)
        buffer_addf(out, "[+%zu] ", below);
    else if (below)
        buffer_add_text(out, "[-] ");
}

static void add_node(Sheet *sheet, const Tree *tree, size_t at)
{
    const TreeNode *node = tree->nodes + at;
    Buffer words = {0};
    add_sign(tree, &words, at);
    sheet->indent = node->depth;
    if (node->is_passage) {
        buffer_add(&words, node->label);
        sheet_passage(sheet, (PassageId){node->target.index, node->target.ordinal}, buffer_str(&words));
    } else {
        buffer_add(&words, node->text);
        sheet_text(sheet, node->target, node->label, buffer_str(&words), node->style);
    }
    buffer_free(&words);
}

Sheet *tree_sheet(const Tree *tree, uint32_t **nodes)
{
    Sheet *sheet = sheet_new();
    size_t count = 0, capacity = 0;
    *nodes = NULL;
    for (size_t i = 0; i < tree->count; i = tree->nodes[i].folded ? end_of(tree, i) : i + 1) {
        if (tree->nodes[i].depth == 0)
            sheet_band(sheet);
        add_node(sheet, tree, i);
        *nodes = mem_grow(*nodes, &capacity, count + 1, sizeof **nodes);
        (*nodes)[count++] = (uint32_t)i;
    }
    sheet->indent = 0;
    return sheet;
}
