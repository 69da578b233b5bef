// SPDX-License-Identifier: MIT
// Trees that fold: texts and passages below one another, as a sheet of those that are not folded away.
#ifndef DIPTYCH_TREE_H
#define DIPTYCH_TREE_H

#include "diptych/sheet.h"

// A text or passage of a tree.
typedef struct TreeNode {
    Target target;
    Str label;
    Str text; // empty for a passage
    Style style;
    bool is_passage;
    bool folded;
    uint32_t depth; // 0: at the top
    uint32_t end;   // the node behind its last one below; 0 while that may still grow
} TreeNode;

// Nodes stand in the order in which they are read, each before those below it.
typedef struct Tree {
    TreeNode *nodes;
    size_t count, capacity;
    uint32_t *open; // the last node of each depth that may still get one below it
    size_t open_count, open_capacity;
    struct Arena *arena;
} Tree;

// An empty one. The caller frees it.
Tree *tree_new(void);
// Frees it with all its texts; null is none.
void tree_free(Tree *tree);
// Adds a node at a depth, which is at most one more than that of the node before. Texts are visible
// (visible.h) and are copied.
void tree_add_text(Tree *tree, size_t depth, Target target, Str label, Str text, Style style);
void tree_add_passage(Tree *tree, size_t depth, PassageId passage, Str label);

// How many nodes stand below a node.
size_t tree_below(const Tree *tree, size_t node);
// Folds or unfolds what is below the node. False: nothing is.
bool tree_fold(Tree *tree, size_t node, bool folded);
// Unfolds what hides the node. False: nothing did.
bool tree_reveal(Tree *tree, size_t node);

// The nodes that are not folded away, an entry each, indented; those at the top begin bands. A folded one
// says how many it hides. `*nodes` gets the node of each entry, to be freed with free(); the caller frees the
// sheet.
Sheet *tree_sheet(const Tree *tree, uint32_t **nodes);

#endif
