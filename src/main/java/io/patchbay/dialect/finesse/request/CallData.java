package io.patchbay.dialect.finesse.request;

import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.model.CodeEntry;
import io.patchbay.reading.Names;
import io.patchbay.reading.Read;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request sets of a call in {@code mediaProperties}. Its other elements are passed over, because clients send the whole object.
 *
 * @param variables an empty value only where the call has one
 * @param wrapUp    the code of the reason
 */
record CallData(Map<String, String> variables, Optional<String> wrapUp) {
    private static final Pattern NUMBERED = Pattern.compile("(?i)callVariable([1-9]|10)");

    /** @param present the variables of the call */
    static CallData of(Asked asked, Map<String, String> present) {
        Optional<Element> properties = asked.body().child("mediaProperties");
        Map<String, String> variables = new LinkedHashMap<>();
        properties.flatMap(all -> all.child("callvariables")).stream().flatMap(list -> list.children("CallVariable")).forEach(variable -> {
            String name = name(variable.textOf("name").orElseThrow(() -> FinesseRefused.missing("CallVariable")));
            String value = variable.child("value").map(Element::text).orElse("");
            if (!value.isEmpty() || present.containsKey(name)) {
                variables.put(name, value);
            }
        });
        Optional<String> reason = properties.flatMap(all -> all.textOf("wrapUpReason"))
                .map(text -> asked.read("wrapUpReason", reason(asked.names(), text)));
        return new CallData(variables, reason);
    }

    private static String name(String given) {
        Matcher numbered = NUMBERED.matcher(given);
        return numbered.matches() ? "callVariable" + numbered.group(1) : given;
    }

    /** By its label, or by its code. */
    private static Read<String> reason(Names names, String text) {
        return names.directory().codes().dispositions().stream().filter(entry -> entry.label().equals(text)).findFirst()
                .map(CodeEntry::code).map(Read::of).orElseGet(() -> names.disposition(text));
    }

    boolean isEmpty() {
        return variables.isEmpty() && wrapUp.isEmpty();
    }
}
