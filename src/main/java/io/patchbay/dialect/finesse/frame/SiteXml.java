package io.patchbay.dialect.finesse.frame;

import io.patchbay.dialect.finesse.words.Element;
import io.patchbay.dialect.finesse.words.Resource;
import io.patchbay.door.Replicas;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.Directory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Objects of the site: the system, reasons, users and teams. */
public record SiteXml(Directory directory) {

    /** Which reasons. */
    public enum Category { NOT_READY, LOGOUT, ALL }

    public static Element systemInfo(Instant now) {
        return Element.of("SystemInfo", Element.of("currentTimestamp", XmlText.time(now)), Element.of("deploymentType", "UCCE"),
                Element.of("status", "IN_SERVICE"), Element.of("timezoneOffset", "0"),
                Element.of("uri", Resource.BASE + "/SystemInfo"));
    }

    public Element reasonCodes(Category category) {
        List<Element> all = new ArrayList<>();
        if (category != Category.LOGOUT) {
            directory.codes().notReadyReasons().forEach(code -> all.add(listed(Category.NOT_READY, code)));
        }
        if (category != Category.NOT_READY) {
            directory.codes().logoutReasons().forEach(code -> all.add(listed(Category.LOGOUT, code)));
        }
        return Element.of("ReasonCodes", all).with("category", category.name());
    }

    private static Element listed(Category category, CodeEntry code) {
        return reason("ReasonCode", category.name(), code.code(), code.label());
    }

    static Element reason(String name, String category, String code, String label) {
        return Element.of(name, Element.of("uri", Resource.of("ReasonCode", code)), Element.of("category", category),
                Element.of("code", code), Element.of("label", label), Element.of("id", code), Element.of("forAll", "true"));
    }

    public Element wrapUpReasons() {
        return Element.of("WrapUpReasons", directory.codes().dispositions().stream().map(code -> Element.of("WrapUpReason",
                Element.of("uri", Resource.of("WrapUpReason", code.code())), Element.of("label", code.label()),
                Element.of("forAll", "true"))).toList());
    }

    /** @param states of these users, as far as they are known */
    public Element users(List<AgentEntry> users, Map<AgentId, Agent> states, Instant at) {
        return Element.of("Users", members(users, states, at));
    }

    public Element team(String name, List<AgentEntry> users, Map<AgentId, Agent> states, Instant at) {
        return Element.of("Team", Element.of("uri", Resource.of("Team", name)), Element.of("id", name), Element.of("name", name),
                Element.of("users", members(users, states, at)));
    }

    private List<Element> members(List<AgentEntry> users, Map<AgentId, Agent> states, Instant at) {
        UserXml form = new UserXml(directory);
        return users.stream().map(user -> form.ofMember(user, new Replicas(states.getOrDefault(user.id(), Agent.SIGNED_OUT), Map.of()),
                at)).toList();
    }
}
