/// What somebody would write in C++ with simdjson's on-demand reader to look at every value of a document in memory.
///
/// Numbers are taken as they are spelled, as our records keep them: reading them as numbers would cost the peer more.
enum SimdjsonProgram {
    static let text = #"""
        #include <algorithm>
        #include <chrono>
        #include <cstdint>
        #include <cstdio>
        #include <cstring>
        #include <simdjson.h>
        #include <string_view>
        #include <vector>

        using namespace simdjson;

        struct Count {
            uint64_t values = 0, octets = 0, names = 0;
            void add(std::string_view text) {
                values += 1;
                octets += text.size();
            }
        };

        static std::string_view trimmed(std::string_view text) {
            while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
            return text;
        }

        static void look(ondemand::value value, Count &count);

        static void look(ondemand::object object, Count &count) {
            for (auto field : object) {
                std::string_view name = field.unescaped_key();
                count.names += name.size();
                ondemand::value value = field.value();
                // What no field claims is one value for us.
                if (name == "ticketDesk") {
                    ondemand::object extra = value.get_object();
                    count.add(trimmed(extra.raw_json()));
                } else {
                    look(value, count);
                }
            }
        }

        static void look(ondemand::value value, Count &count) {
            switch (value.type()) {
            case ondemand::json_type::object: look(value.get_object().value(), count); break;
            case ondemand::json_type::array:
                for (auto element : value.get_array()) look(element.value(), count);
                break;
            case ondemand::json_type::string: count.add(value.get_string()); break;
            case ondemand::json_type::boolean: count.add(bool(value.get_bool()) ? "true" : "false"); break;
            default: count.add(trimmed(value.raw_json_token()));
            }
        }

        int main(int count, char **arguments) {
            if (count != 2) return 64;
            if (!std::strcmp(arguments[1], "--version")) {
                std::printf("simdjson %s (%s), g++ %s\n", SIMDJSON_STRINGIFY(SIMDJSON_VERSION),
                    get_active_implementation()->name().c_str(), __VERSION__);
                return 0;
            }
            padded_string octets = padded_string::load(arguments[1]);
            ondemand::parser parser;
            std::vector<double> seconds;
            Count found;
            for (int run = 0; run < 6; run++) {
                found = Count();
                auto began = std::chrono::steady_clock::now();
                auto document = parser.iterate(octets);
                look(document.get_object().value(), found);
                std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began;
                if (run > 0) seconds.push_back(taken.count());
            }
            std::sort(seconds.begin(), seconds.end());
            std::printf("values %llu\noctets %llu\nnames %llu\nseconds %.9f\n", (unsigned long long)found.values,
                (unsigned long long)found.octets, (unsigned long long)found.names, seconds[seconds.size() / 2]);
        }

        """#
}
