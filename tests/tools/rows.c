// SPDX-License-Identifier: MIT
// Reads a JSON array of objects and prints, for each, the value of a key, items of an array with a blank
// between them; without a key the names of the keys. Ends with 1 when it is none, or its objects have
// different keys.
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static void print_value(const json_t *value)
{
    if (json_is_string(value))
        printf("%s", json_string_value(value));
    else if (json_is_integer(value))
        printf("%lld", (long long)json_integer_value(value));
    else if (json_is_null(value))
        printf("null");
    for (size_t i = 0; i < json_array_size(value); i++) {
        printf("%s", i ? " " : "");
        print_value(json_array_get(value, i));
    }
}

static bool print_row(json_t *row, json_t *first, const char *key)
{
    const char *name;
    json_t *value;
    if (!json_is_object(row) || json_object_size(row) != json_object_size(first))
        return false;
    json_object_foreach(row, name, value)
    {
        if (!json_object_get(first, name))
            return false;
        if (!key)
            printf("%s ", name);
        else if (strcmp(name, key) == 0)
            print_value(value);
    }
    putchar('\n');
    return true;
}

int main(int argc, char **argv)
{
    json_error_t error;
    json_t *rows = json_loadf(stdin, 0, &error);
    bool good = json_is_array(rows);
    if (!rows)
        fprintf(stderr, "line %d: %s\n", error.line, error.text);
    for (size_t i = 0; good && i < json_array_size(rows); i++)
        good = print_row(json_array_get(rows, i), json_array_get(rows, 0), argc > 1 ? argv[1] : NULL);
    json_decref(rows);
    return good ? 0 : 1;
}
