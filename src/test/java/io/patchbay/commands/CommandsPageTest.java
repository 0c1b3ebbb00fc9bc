package io.patchbay.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.patchbay.testing.Markdown;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for those who write commands lists what the program takes. */
class CommandsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*$");
    private static final Markdown PAGE = Markdown.read(Path.of("src/docs/commands.md"));

    @Test
    void the_operations_are_those_there_are_with_their_members() {
        List<String> expected = Operations.all().map(operation -> "| `" + operation.name() + "` | " + cell(operation.target()) + " | "
                + cell(operation.arguments()) + " |").toList();
        assertThat(rows("Operations")).as("the table should be:%n%s", String.join("\n", expected)).isEqualTo(expected);
    }

    @Test
    void every_member_is_explained() {
        List<String> members = Operations.all().flatMap(o -> Stream.concat(o.target().stream(), o.arguments().stream()))
                .map(Parameter::name).distinct().toList();
        assertThat(names("Members")).containsExactlyInAnyOrderElementsOf(members);
    }

    @Test
    void the_codes_are_those_there_are() {
        assertThat(names("A reply")).containsExactlyElementsOf(Arrays.stream(Code.values()).map(Enum::name).toList());
    }

    private static String cell(List<Parameter> members) {
        return members.stream().map(member -> member.required() ? "`" + member.name() + "`" : "(`" + member.name() + "`)")
                .collect(Collectors.joining(", "));
    }

    private static List<String> rows(String section) {
        return ROW.matcher(PAGE.section(section).text()).results().map(row -> row.group()).toList();
    }

    private static List<String> names(String section) {
        return ROW.matcher(PAGE.section(section).text()).results().map(row -> row.group(1)).toList();
    }
}
