package io.patchbay.config;

import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.CodeLists;
import io.patchbay.model.ContactEntry;
import io.patchbay.model.Directory;
import io.patchbay.model.FarEnds;
import io.patchbay.model.Medium;
import io.patchbay.model.QueueEntry;
import io.patchbay.model.QueueName;
import io.patchbay.model.ScriptEntry;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads config/directory.yaml entry by entry, queues and skills first, because users name them. */
final class DirectoryReader {
    private static final Map<String, AgentEntry.Role> ROLES = Map.of("agent", AgentEntry.Role.AGENT,
            "supervisor", AgentEntry.Role.SUPERVISOR, "platform", AgentEntry.Role.PLATFORM, "observer", AgentEntry.Role.OBSERVER);
    private static final Map<String, Medium> MEDIA = Stream.of(Medium.values())
            .collect(Collectors.toMap(medium -> medium.name().toLowerCase(Locale.ROOT), medium -> medium, (a, b) -> a, LinkedHashMap::new));
    private static final Function<String, String> CODE = Parsers.matching(Pattern.compile("[A-Za-z0-9_-]{1,64}"));
    private static final Function<String, String> TEXT = Parsers.matching(Pattern.compile("(?=.*\\S)\\P{Cntrl}{1,100}"));
    private static final Function<String, String> NUMBER = Parsers.matching(Pattern.compile("(?=.{1,32}$)\\+?[0-9*#]+"));
    private static final String A_CODE = "1 to 64 letters, digits, _ or -";
    private static final String A_ROLE = "one of agent, supervisor, platform, observer";
    private static final String A_TEXT = "1 to 100 characters for people to read";
    private static final String A_NUMBER = "1 to 32 digits, * or #, a leading + allowed";

    private final UniqueNames numbers = new UniqueNames();
    private final UniqueNames userIds = new UniqueNames();
    private final UniqueNames queueIds = new UniqueNames();
    private final Map<String, QueueName> queueNames = new LinkedHashMap<>();
    private final List<QueueEntry> queues = new ArrayList<>();
    private final Map<String, CodeEntry> skills = new LinkedHashMap<>();
    private final List<AgentEntry> users = new ArrayList<>();
    private final Map<AgentId, PasswordHash> passwords = new LinkedHashMap<>();
    private final Map<AgentId, List<AccessToken>> tokens = new LinkedHashMap<>();
    private final List<ContactEntry> addressBook = new ArrayList<>();
    private final List<ScriptEntry> scripts = new ArrayList<>();
    private final CodeLists codes;
    private final boolean demo;

    /** Adds mistakes to {@code problems}. {@link #file} may be called if there are none. */
    DirectoryReader(Path path, List<Problem> problems) {
        YamlMap root = new YamlFile(path, problems)
                .read("demo", "users", "queues", "notReadyReasons", "logoutReasons", "dispositions", "skills", "addressBook", "scripts");
        demo = Boolean.TRUE.equals(root.optional("demo", false, "true or false", Parsers.flag()));
        root.maps("queues", "name", "id", "number", "displayName", "wrapUp").forEach(this::queue);
        codes(root, "skills").forEach(skill -> skills.put(skill.code(), skill));
        codes = new CodeLists(codes(root, "notReadyReasons"), codes(root, "logoutReasons"), codes(root, "dispositions"));
        root.maps("addressBook", "name", "number", "group").forEach(this::contact);
        UniqueNames scriptCodes = new UniqueNames();
        root.maps("scripts", "code", "label", "media", "queues").forEach(script -> script(script, scriptCodes));
        root.maps("users", Stream.concat(Stream.of("name", "id", "displayName", "role", "password", "extensions", "queues", "teams",
                "outboundSkills", "tokens"), ProfileReader.KEYS.stream()).toArray(String[]::new)).forEach(this::user);
        if (users.isEmpty() && problems.isEmpty()) {
            root.refuse("users", null, "must list at least one user");
        }
    }

    DirectoryFile file(FarEnds farEnds) {
        return new DirectoryFile(new Directory(users, queues, codes, farEnds, addressBook, scripts), passwords, tokens, demo);
    }

    private void queue(YamlMap entry) {
        QueueName name = entry.required("name", A_CODE, QueueName::new);
        String number = entry.required("number", A_NUMBER, NUMBER);
        if (name == null || number == null) {
            return;
        }
        String id = entry.optional("id", QueueEntry.queueIdOf(name), A_CODE, CODE);
        String displayName = entry.optional("displayName", name.value(), A_TEXT, TEXT);
        Boolean wrapUp = entry.optional("wrapUp", true, "true or false", Parsers.flag());
        String what = "queue " + name;
        claimBoth(queueIds, entry, name.value(), "id", id, what);
        claimBoth(numbers, entry, name.value(), "number", number, what);
        queueNames.put(name.value(), name);
        if (id != null && displayName != null && wrapUp != null) {
            queues.add(new QueueEntry(name, id, new Address(number), displayName, wrapUp));
        }
    }

    private void user(YamlMap entry) {
        AgentId name = entry.required("name", "1 to 64 letters, digits, _, @, + or -", AgentId::new);
        PasswordHash password = entry.secret("password", "a line printed by hash-password", PasswordHash::parse);
        AgentEntry.Role role = entry.optional("role", AgentEntry.Role.AGENT, A_ROLE, Parsers.of(ROLES));
        List<String> extensions = entry.list("extensions", A_NUMBER, NUMBER);
        List<QueueName> served = entry.list("queues", "a queue of this file: " + queueNames.keySet(), Parsers.of(queueNames));
        List<String> teams = entry.list("teams", A_CODE, CODE);
        List<CodeEntry> outbound = entry.list("outboundSkills", "a skill of this file: " + skills.keySet(), Parsers.of(skills));
        List<AccessToken> given = tokens(entry);
        AgentEntry.Profile profile = ProfileReader.read(entry);
        if (name == null) {
            return;
        }
        String id = entry.optional("id", AgentEntry.userIdOf(name), A_CODE, CODE);
        String displayName = entry.optional("displayName", name.value(), A_TEXT, TEXT);
        String what = "user " + name;
        claimBoth(userIds, entry, name.value(), "id", id, what);
        queues.stream().filter(queue -> queue.queueId().equals(id)).forEach(queue ->
                entry.refuse("id", id, "is taken already by queue " + queue.name()
                        + ": users and queues share a topic with their ids as keys"));
        extensions.forEach(extension -> numbers.claim(entry, "extensions", extension, what));
        if (password != null && role != null && id != null && displayName != null) {
            users.add(new AgentEntry(name, id, displayName, role, extensions.stream().map(Address::new).toList(), served, teams, outbound,
                    profile));
            passwords.put(name, password);
            tokens.put(name, given);
        }
    }

    private static List<AccessToken> tokens(YamlMap user) {
        List<AccessToken> tokens = new ArrayList<>();
        UniqueNames taken = new UniqueNames();
        for (YamlMap entry : user.maps("tokens", "name", "hash", "until")) {
            String name = entry.required("name", A_CODE, CODE);
            PasswordHash hash = entry.secret("hash", "as printed by new-token", PasswordHash::parse);
            Instant until = entry.optional("until", null, "its last day, such as 2027-12-31", DirectoryReader::endOf);
            if (name != null && hash != null) {
                taken.claim(entry, "name", name, "a token of this user");
                tokens.add(new AccessToken(name, hash, Optional.ofNullable(until)));
            }
        }
        return tokens;
    }

    /** The end of that day in UTC. */
    private static Instant endOf(String day) {
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(day, e);
        }
    }

    private void contact(YamlMap entry) {
        String name = entry.required("name", A_TEXT, TEXT);
        String number = entry.required("number", A_NUMBER, NUMBER);
        String group = entry.optional("group", "", A_TEXT, TEXT);
        if (name != null && number != null && group != null) {
            addressBook.add(new ContactEntry(name, new Address(number), group));
        }
    }

    private void script(YamlMap entry, UniqueNames taken) {
        String code = entry.required("code", A_CODE, CODE);
        String label = entry.required("label", A_TEXT, TEXT);
        List<Medium> media = entry.list("media", "one of " + MEDIA.keySet(), Parsers.of(MEDIA));
        List<QueueName> active = entry.list("queues", "a queue of this file: " + queueNames.keySet(), Parsers.of(queueNames));
        if (code != null && label != null) {
            taken.claim(entry, "code", code, "\"" + label + "\"");
            scripts.add(new ScriptEntry(code, label, entry.has("media") ? media : List.of(Medium.values()), active));
        }
    }

    /** The value of {@code key} may be missing after a problem, or equal the name. */
    private static void claimBoth(UniqueNames claims, YamlMap entry, String name, String key, String value, String what) {
        if (claims.claim(entry, "name", name, what) && value != null && !value.equals(name)) {
            claims.claim(entry, key, value, what);
        }
    }

    private List<CodeEntry> codes(YamlMap root, String list) {
        List<CodeEntry> entries = new ArrayList<>();
        UniqueNames taken = new UniqueNames();
        for (YamlMap entry : root.maps(list, "code", "label")) {
            String code = entry.required("code", A_CODE, CODE);
            String label = entry.required("label", A_TEXT, TEXT);
            if (code != null && label != null) {
                taken.claim(entry, "code", code, "\"" + label + "\"");
                entries.add(new CodeEntry(code, label));
            }
        }
        return entries;
    }
}
