package io.patchbay.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private final StrictJson json = new StrictJson(new StrictJson.Limits(4, 20, 10, 5));

    @Test
    void no_break_spaces_and_a_byte_order_mark_are_blanks_outside_strings_only() throws Unreadable {
        assertThat(json.read("\uFEFF\u00A0{\u00A0\"a\"\u00A0:\u00A0\"x\\\"\u00A0y\"\u00A0}")).hasToString("{\"a\":\"x\\\"\u00A0y\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "{'a':1}", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "NaN", "01", "\"a\nb\"", "// c\n1",
        "[[[[[1]]]]]", "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]", "\"elevenchars\"", "{\"elevenchars\":1}", "123456",
        "\"\\ud800\"", "{\"\\udc00\":1}", "1\uD800", "{}\uFEFF"})
    void what_is_not_strict_or_past_a_limit_is_refused(String text) {
        assertThatThrownBy(() -> json.read(text)).isInstanceOf(Unreadable.class)
                .hasMessageNotContainingAny("jackson", "Exception", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "null", "[[[[]]]]", "\"\\ud83d\\ude00\"", "1.50", "1e999"})
    void what_is_strict_and_within_the_limits_is_read_and_written_the_same(String text) throws Unreadable {
        assertThat(json.read(json.write(json.read(text)))).isEqualTo(json.read(text));
    }

    @Test
    void the_canonical_text_does_not_depend_on_order_or_blanks() throws Unreadable {
        assertThat(json.canonical(json.read("{\"b\":[1],\"a\":{\"d\":1,\"c\":2}}")))
                .isEqualTo(json.canonical(json.read(" {\"a\":{\"c\":2, \"d\":1},\n\"b\":[1]}")))
                .isNotEqualTo(json.canonical(json.read("{\"b\":[2],\"a\":{\"d\":1,\"c\":2}}")));
    }

    @Test
    void blanks_inside_a_text_are_read_a_few_times_only() {
        String text = "a" + " ".repeat(2_000) + "b";
        AtomicLong reads = new AtomicLong();
        CharSequence counted = (CharSequence) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {CharSequence.class},
                (proxy, method, arguments) -> {
                    reads.incrementAndGet();
                    return method.invoke(text, arguments);
                });
        assertThat(StrictJson.trimmed(counted)).isEqualTo(text);
        assertThat(reads.get()).isLessThan(20L * text.length());
    }

    @Test
    void names_are_trimmed_at_every_depth_and_values_are_not() throws Unreadable {
        assertThat(StrictJson.withTrimmedNames(json.read("{\"\u00A0a\":[{\"b\u2003\":\" x \"}]}")))
                .hasToString("{\"a\":[{\"b\":\" x \"}]}");
        assertThat(StrictJson.withTrimmedNames(json.read("{\" a\":1,\"a\":2}"))).hasToString("{\"a\":2}");
    }
}
