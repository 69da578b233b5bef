// SPDX-License-Identifier: MIT
// Documents of word processors: zip archives that hold XML.
#ifndef PORT_ARCHIVE_H
#define PORT_ARCHIVE_H

#include "diptych/intake.h"
#include "port/xml.h"

// Bytes that an entry may unpack to.
#define ARCHIVE_MAX ((size_t)256 << 20)

// True when the bytes are those of a zip archive.
bool archive_is(Str beginning);
// True when its first entry is the one that OpenDocuments begin with (ODF 1.3, part 2, 3.3).
bool archive_is_open_document(Str beginning);

// Reads the XML of the entry of that name, in memory that does not grow with it; nothing is unpacked to the
// disk, and no other name is looked at. `*found` is false when there is none. False: the archive is damaged,
// encrypted or unpacks to too much, or the XML is as xml_read() says; `*error` says which.
bool archive_read_xml(Intake *intake, const char *name, const XmlHandler *handler, bool *found, Error *error);

#endif
