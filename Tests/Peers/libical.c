/* Whether libical reads calendars: usage: libical CALENDAR …
   Prints every X-LIC-ERROR of its parser and of its restrictions (RFC 5545 and 5546, no METHOD). */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *contents(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    size_t size = 0, room = 1 << 16;
    char *text = malloc(room);
    for (size_t count; (count = fread(text + size, 1, room - size - 1, file)) > 0; size += count)
        if (room - size - 1 == count) text = realloc(text, room *= 2);
    fclose(file);
    text[size] = 0;
    return text;
}

static int errors(icalcomponent *component, const char *path)
{
    int count = 0;
    for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY); property;
         property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        char *line = icalproperty_as_ical_string_r(property);
        printf("%s: %s: %s", path, icalcomponent_kind_to_string(icalcomponent_isa(component)), line);
        free(line);
        count++;
    }
    for (icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); part;
         part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        count += errors(part, path);
    return count;
}

int main(int count, char **arguments)
{
    int faults = 0, events = 0;
    for (int index = 1; index < count; index++) {
        char *text = contents(arguments[index]);
        icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
        if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
            printf("%s: is not read as one calendar\n", arguments[index]);
            faults++;
            continue;
        }
        icalrestriction_check(calendar);
        faults += errors(calendar, arguments[index]);
        events += icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT);
        icalcomponent_free(calendar);
        free(text);
    }
    printf("%d calendars with %d events read, %d faults\n", count - 1, events, faults);
    return faults != 0 || count == 1;
}
