package io.patchbay.dialect.finesse.frame;

import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.dialect.finesse.words.Resource;
import io.patchbay.dialog.AgentStatus;
import io.patchbay.dialog.AgentWord;
import io.patchbay.door.Replicas;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Directory;
import io.patchbay.model.Presence.NotReadyReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The object of a user. */
public record UserXml(Directory directory) {

    /** The state that clients see: an agent without a telephone channel is not signed in for them. */
    static AgentStatus status(AgentEntry entry, Replicas now) {
        AgentStatus status = AgentStatus.of(entry.id(), now);
        return status.extension().isPresent() ? status
                : new AgentStatus(AgentWord.LOGOUT, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param at where the state does not know since when it is so */
    public Element of(AgentEntry entry, Replicas now, Instant at) {
        return of("User", entry, now, at, Optional.empty());
    }

    /** @param name of its root, which is not always in the same case @param logout the reason of a logout */
    Element of(String name, AgentEntry entry, Replicas now, Instant at, Optional<NotReadyReason> logout) {
        AgentStatus status = status(entry, now);
        List<Element> all = new ArrayList<>(brief(entry, status));
        all.add(Element.of("mediaType", "1"));
        status.reason().or(() -> logout).ifPresent(reason -> {
            all.add(Element.of("reasonCodeId", reason.code()));
            all.add(SiteXml.reason("ReasonCode", status.word() == AgentWord.LOGOUT ? "LOGOUT" : "NOT_READY", reason.code(),
                    AgentStatus.label(reason, directory)));
        });
        all.add(Element.of("roles", roles(entry)));
        all.add(Element.of("stateChangeTime", XmlText.time(AgentStatus.since(entry.id(), now, at))));
        String team = entry.teams().stream().findFirst().orElse("");
        all.add(Element.of("teamId", team));
        all.add(Element.of("teamName", team));
        if (supervises(entry)) {
            all.add(Element.of("teams", entry.teams().stream().map(each -> Element.of("Team", Element.of("id", each),
                    Element.of("name", each), Element.of("uri", Resource.of("Team", each)))).toList()));
        }
        return Element.of(name, all);
    }

    /** As a team lists it. */
    Element ofMember(AgentEntry entry, Replicas now, Instant at) {
        List<Element> all = new ArrayList<>(brief(entry, status(entry, now)));
        all.add(Element.of("stateChangeTime", XmlText.time(AgentStatus.since(entry.id(), now, at))));
        return Element.of("User", all);
    }

    private static List<Element> brief(AgentEntry entry, AgentStatus status) {
        return List.of(Element.of("uri", Resource.user(entry.id())), Element.of("dialogs", Resource.dialogs(entry.id())),
                Element.of("extension", status.extension().orElse("")),
                Element.of("firstName", entry.profile().firstName().orElse(entry.displayName())),
                Element.of("lastName", entry.profile().lastName().orElse("")), Element.of("loginId", entry.id().value()),
                Element.of("loginName", entry.id().value()),
                Element.of("pendingState", status.pending().map(AgentWord::name).orElse("")),
                Element.of("state", status.word().name()));
    }

    private static List<Element> roles(AgentEntry entry) {
        Element agent = Element.of("role", "Agent");
        return supervises(entry) ? List.of(agent, Element.of("role", "Supervisor")) : List.of(agent);
    }

    private static boolean supervises(AgentEntry entry) {
        return entry.role() == AgentEntry.Role.SUPERVISOR;
    }
}
