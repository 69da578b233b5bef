# SPDX-License-Identifier: MIT
# Applies one entry of a list of mutants to a tree, or says which entries no longer fit.
#
#     perl apply.pl LIST TREE          a line for each entry: number, room, name, "fits" or what is wrong, the change
#     perl apply.pl LIST TREE NUMBER   changes the file, and prints its path below TREE
#
# An entry is found by what it says, not by where that stands, so that it survives moves and formatting:
#
#     @ NAME     a function, table or macro below src/, wherever it is defined
#     - CODE     a piece of it, however it is broken into lines, that stands there once
#     + CODE     what is put in its place; empty: it is dropped
#     ! REASON   why no test can tell the difference, for one that is known to survive
use strict;
use warnings;

sub slurp {
    my ($path) = @_;
    open(my $file, '<', $path) or die "$path: $!\n";
    local $/;
    return scalar <$file>;
}

sub read_list {
    my ($path) = @_;
    my @entries;
    for (split /\n/, slurp($path)) {
        next if /^\s*(#|$)/;
        /^([@+!-]) ?(.*)$/ or die "$path: not understood: $_\n";
        my ($mark, $text) = ($1, $2);
        push @entries, { name => $text } if $mark eq '@';
        die "$path: before the first entry: $_\n" unless @entries;
        $entries[-1]{$mark} = $text if $mark ne '@';
    }
    return @entries;
}

# The files below src/ in pieces: [path, position, length, name line] for each definition at the left margin.
sub read_tree {
    my ($tree) = @_;
    my (%text, @pieces);
    for my $path (sort(glob("$tree/src/*/*.[ch]"), glob("$tree/src/*/*/*.[ch]"), glob("$tree/include/*/*.h"))) {
        my $text = slurp($path);
        $text{$path} = $text;
        while ($text =~ /^(?:#\s*define\s(?:.*\\\n)*.*\n|[A-Za-z_](?:[^;{}]*?)(?:;|\{.*\};\n|\{(?:.*\n)+?\}(?:.*\{\n(?:.*\n)+?\})?.*\n))/mg) {
            my ($at, $piece) = ($-[0], $&);
            my ($head) = $piece =~ /^([^{=;]*[={;]?)/;
            $head .= $1 if $piece =~ /^(\}.*)/m; # struct { ... } name[] = {
            push @pieces, { path => $path, at => $at, text => $piece, head => $head };
        }
    }
    return (\%text, \@pieces);
}

# The code as a pattern that cares for no blanks but those between words.
sub pattern_of {
    my ($code) = @_;
    my @tokens = $code =~ /(\w+|"(?:\\.|[^"\\])*"|[^\w\s])/g;
    my $pattern = '';
    for my $i (0 .. $#tokens) {
        $pattern .= $i && $tokens[$i] =~ /^\w/ && $tokens[$i - 1] =~ /\w$/ ? '\s+' : $i ? '\s*' : '';
        $pattern .= ($tokens[$i] =~ /^\w/ ? '(?<!\w)' : '') . quotemeta($tokens[$i]) . ($tokens[$i] =~ /\w$/ ? '(?!\w)' : '');
    }
    return qr/$pattern/;
}

# Where the entry's code stands: [path, from, to]; otherwise what is wrong.
sub find {
    my ($entry, $pieces) = @_;
    my ($name, $known, @found) = (quotemeta $entry->{name}, 0);
    my $code = pattern_of($entry->{'-'});
    for my $piece (@$pieces) {
        next unless $piece->{head} =~ /(?<!\w)$name(?!\w)\s*(?:[(\[=;]|$)/m || $piece->{text} =~ /^#\s*define\s+$name\b/;
        $known++;
        while ($piece->{text} =~ /$code/g) {
            push @found, [$piece->{path}, $piece->{at} + $-[0], $piece->{at} + $+[0]];
        }
    }
    return @found == 1 ? $found[0] : @found ? 'stands there ' . @found . ' times' : $known ? 'is not there' : 'no such name';
}

my ($list, $tree, $number) = @ARGV;
my @entries = read_list($list);
my ($text, $pieces) = read_tree($tree);
for my $i (defined $number ? $number : 1 .. @entries) {
    my $entry = $entries[$i - 1] or die "there is no entry $i\n";
    my $found = find($entry, $pieces);
    my $path = ref $found ? $found->[0] =~ s/^\Q$tree\E\///r : '';
    my $room = $path =~ m{^src/([^/]+)/} ? $1 : 'include';
    my $state = ref $found ? $entry->{'!'} ? "fits! $entry->{'!'}" : 'fits' : "$found: $entry->{'-'}";
    if (!defined $number) {
        print join("\t", $i, $room, $entry->{name}, $state, "$entry->{'-'} -> $entry->{'+'}"), "\n";
        next;
    }
    die "entry $i, $entry->{name}: $state\n" unless ref $found;
    my $changed = $text->{$found->[0]};
    substr($changed, $found->[1], $found->[2] - $found->[1]) = $entry->{'+'};
    open(my $file, '>', $found->[0]) or die "$found->[0]: $!\n";
    print $file $changed;
    close $file;
    print "$path\n";
}
