// SPDX-License-Identifier: MIT
#include "diptych/port.h"

void port_tell(const Port *port, const PortItem *item)
{
    port->sink->take(port->sink, item);
}

void port_tell_text(const Port *port, PortKind kind, size_t line, Str text)
{
    const PortItem item = {.kind = kind, .line = line, .text = text};
    port_tell(port, &item);
}

void port_unsure(const Port *port, size_t line, const char *format, ...)
{
    Buffer what = {0};
    va_list args;
    va_start(args, format);
    buffer_addv(&what, format, args);
    va_end(args);
    port->sink->unsure(port->sink, line, buffer_str(&what));
    buffer_free(&what);
}
