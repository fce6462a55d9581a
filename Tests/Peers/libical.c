/* Whether libical reads calendars: usage: libical CALENDAR …, or libical --write CALENDAR …
   (writes CALENDAR.again beside each, as libical would write what it has read)
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

static int write_again(icalcomponent *calendar, const char *path)
{
    char name[4096];
    if (snprintf(name, sizeof name, "%s.again", path) >= (int)sizeof name) return 1;
    char *text = icalcomponent_as_ical_string_r(calendar);
    FILE *file = fopen(name, "wb");
    int is_broken = !text || !file || fputs(text, file) < 0;
    if (file && fclose(file)) is_broken = 1;
    free(text);
    return is_broken;
}

int main(int count, char **arguments)
{
    int faults = 0, events = 0;
    int writes = count > 1 && !strcmp(arguments[1], "--write");
    for (int index = 1 + writes; index < count; index++) {
        char *text = contents(arguments[index]);
        icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
        if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
            printf("%s: is not read as one calendar\n", arguments[index]);
            faults++;
            continue;
        }
        if (writes) {
            faults += write_again(calendar, arguments[index]);
            icalcomponent_free(calendar);
            free(text);
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
