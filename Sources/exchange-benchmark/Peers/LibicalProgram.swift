/// What somebody would write in C with libical: the whole file is parsed into its tree, which is kept; then it is
/// written again, or checked, or neither.
enum LibicalProgram {
    static let text = #"""
        #include <libical/ical.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>

        static char *contents(const char *path)
        {
            FILE *file = fopen(path, "rb");
            if (!file || fseek(file, 0, SEEK_END)) return NULL;
            long size = ftell(file);
            rewind(file);
            char *text = malloc(size + 1);
            if (!text || fread(text, 1, size, file) != (size_t)size) return NULL;
            fclose(file);
            text[size] = 0;
            return text;
        }

        int main(int count, char **arguments)
        {
            if (count == 2 && !strcmp(arguments[1], "--version")) {
                printf("libical %s, gcc %s\n", ICAL_VERSION, __VERSION__);
                return 0;
            }
            if (count != 3) return 64;
            char *text = contents(arguments[2]);
            if (!text) return 66;
            icalcomponent *calendar = icalparser_parse_string(text);
            free(text);
            if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) return 65;
            if (!strcmp(arguments[1], "write")) {
                char *again = icalcomponent_as_ical_string_r(calendar);
                size_t size = strlen(again);
                return fwrite(again, 1, size, stdout) == size && !fflush(stdout) ? 0 : 74;
            }
            if (!strcmp(arguments[1], "check")) printf("right %d\n", icalrestriction_check(calendar));
            printf("vevents %d\n", icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT));
            return 0;
        }

        """#
}
