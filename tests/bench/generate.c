// SPDX-License-Identifier: MIT
// Writes a large dossier that is the same every time:
//
//     generate DIRECTORY ROUNDS PASSAGES [WRITING]
//
// About 600 bytes a passage, in the writing latin, french, cyrillic, greek, chinese or japanese. A phrase of
// two words ("lantern keepers") stands in one passage of 20,000, for searches.
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define WORDS 4000
#define WORD_BYTES 32
#define TOPICS 200
#define TEXT_BYTES 540
#define LINE_BYTES 100
#define TURN_PASSAGES 6
#define NEEDLE_EVERY 20000

#define SYLLABLES 12

typedef struct Writing {
    const char *name;
    const char *syllables[SYLLABLES];
    const char *needle;
    const char *between; // words
} Writing;

static const Writing writings[] = {
    {"latin",
     {"ba", "ne", "ri", "to", "su", "ka", "lem", "por", "ti", "on", "ar", "es"},
     "lantern keepers",
     " "},
    {"french",
     {"bé", "ne", "ri", "to", "su", "ça", "lèm", "por", "tî", "on", "âr", "es"},
     "gardiens du phaéton",
     " "},
    {"cyrillic",
     {"ба", "не", "ри", "то", "су", "ка", "лем", "пор", "ти", "он", "ар", "ес"},
     "хранители фонаря",
     " "},
    {"greek",
     {"βα", "νε", "ρι", "το", "συ", "κα", "λέμ", "πορ", "τί", "ον", "αρ", "ες"},
     "φύλακες φανάρι",
     " "},
    {"chinese",
     {"北方", "领", "土", "谈", "判", "和平", "条约", "岛", "政府", "代表", "问题", "声明"},
     "灯塔看守人",
     ""},
    {"japanese",
     {"北方", "領", "土の", "交", "渉", "は", "条約", "島", "政府", "した", "問題", "です"},
     "灯台守のひと",
     ""},
};

typedef struct Generator {
    uint64_t state; // of the random numbers
    char words[WORDS][WORD_BYTES];
    const Writing *writing;
    unsigned long made; // passages
} Generator;

// Knuth's multiplier for 64 bits; the high bits are good enough for text.
static uint32_t next_random(Generator *generator, uint32_t limit)
{
    generator->state = generator->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((generator->state >> 33) % limit);
}

static void make_words(Generator *generator)
{
    for (size_t i = 0; i < WORDS; i++) {
        uint32_t count = 1 + next_random(generator, 4);
        for (uint32_t k = 0; k < count; k++)
            strcat(generator->words[i], generator->writing->syllables[next_random(generator, SYLLABLES)]);
    }
}

// Few words are frequent and many are rare.
static const char *any_word(Generator *generator)
{
    uint64_t at = next_random(generator, 1000);
    return generator->words[at * at * at % WORDS];
}

static void write_text(Generator *generator, FILE *file)
{
    size_t total = 0, column = 0;
    bool needle = generator->made % NEEDLE_EVERY == NEEDLE_EVERY / 2;
    while (total < TEXT_BYTES) {
        const char *word =
            needle && total > TEXT_BYTES / 2 ? generator->writing->needle : any_word(generator);
        needle = needle && word != generator->writing->needle;
        size_t len = strlen(word);
        if (column)
            fputs(column + len > LINE_BYTES ? "\n" : generator->writing->between, file);
        column = column + len > LINE_BYTES ? len : column + len + 1;
        fputs(word, file);
        total += len + 1;
    }
    fputs(".\n", file);
}

// Two of three passages reply to one of the last turn, and one of ten restates its speaker's words of the
// round before.
static void write_passage(Generator *generator, FILE *file, unsigned round, unsigned number)
{
    fprintf(file, "[%u] ", number);
    write_text(generator, file);
    unsigned topic = (round * 7 + number / 25) % TOPICS;
    fprintf(file, "{topics: topic-%u topic-%u; at: %u", topic, (topic + 1 + number % 3) % TOPICS, number);
    unsigned turn = (number - 1) / TURN_PASSAGES;
    if (turn > 0 && number % 3)
        fprintf(file, "; rebuts: %u", (turn - 1) * TURN_PASSAGES + 1 + next_random(generator, TURN_PASSAGES));
    if (round > 1 && number % 10 == 0)
        fprintf(file, "; restates: r%u.%u", round - 1, number);
    fputs("}\n\n", file);
    generator->made++;
}

static FILE *create(const char *directory, const char *name)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = fopen(path, "w");
    if (!file) {
        perror(path);
        exit(EXIT_FAILURE);
    }
    return file;
}

static void write_round(Generator *generator, const char *directory, unsigned round, unsigned passages)
{
    char name[64];
    snprintf(name, sizeof name, "round-%05u.dip", round);
    FILE *file = create(directory, name);
    fprintf(file,
            "Round: r%u\nTitle: Round %u\nDate: %u-%02u-%02u\nParticipants: anna boris\nSources: record\n"
            "Extent: full\n\n",
            round, round, 1900 + round / 336, round / 28 % 12 + 1, round % 28 + 1);
    for (unsigned number = 1; number <= passages; number++) {
        if ((number - 1) % TURN_PASSAGES == 0)
            fprintf(file, "@ %s\n", (number - 1) / TURN_PASSAGES % 2 ? "boris" : "anna");
        write_passage(generator, file, round, number);
    }
    fclose(file);
}

static void write_records(const char *directory)
{
    FILE *file = create(directory, "dossier.dip");
    fputs("Dossier: generated\nTitle: A generated dossier\nFormat: 1\n\n"
          "Party: su\nTitle: First side\n\nParty: jp\nTitle: Second side\n\n"
          "Person: anna\nTitle: Anna\nParty: su\n\nPerson: boris\nTitle: Boris\nParty: jp\n\n"
          "Source: record\nKind: minutes\nTitle: The record\n\n",
          file);
    for (unsigned i = 0; i < TOPICS; i++)
        fprintf(file, "Topic: topic-%u\nTitle: Topic %u\n\n", i, i);
    fclose(file);
}

// Null: there is none of that name.
static const Writing *writing_named(const char *name)
{
    for (size_t i = 0; i < sizeof writings / sizeof *writings; i++)
        if (strcmp(writings[i].name, name) == 0)
            return &writings[i];
    return NULL;
}

int main(int argc, char **argv)
{
    const Writing *writing = writing_named(argc > 4 ? argv[4] : "latin");
    if (argc < 4 || !writing) {
        fputs("usage: generate DIRECTORY ROUNDS PASSAGES [WRITING]\n", stderr);
        return 2;
    }
    if (mkdir(argv[1], 0777) != 0 && errno != EEXIST) {
        perror(argv[1]);
        return EXIT_FAILURE;
    }
    unsigned rounds = (unsigned)strtoul(argv[2], NULL, 10), passages = (unsigned)strtoul(argv[3], NULL, 10);
    Generator *generator = calloc(1, sizeof *generator);
    if (!generator)
        return EXIT_FAILURE;
    generator->state = 1855;
    generator->writing = writing;
    make_words(generator);
    write_records(argv[1]);
    for (unsigned round = 1; round <= rounds; round++)
        write_round(generator, argv[1], round, passages);
    free(generator);
    return EXIT_SUCCESS;
}
