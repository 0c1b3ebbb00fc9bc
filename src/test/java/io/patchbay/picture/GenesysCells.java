package io.patchbay.picture;

import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentId;
import io.patchbay.model.Call;
import io.patchbay.model.Channel;
import io.patchbay.model.Connection;
import io.patchbay.model.Connection.Role;
import io.patchbay.model.Connection.State;
import io.patchbay.model.Interaction;
import io.patchbay.model.Interaction.Member;
import io.patchbay.model.Medium;
import io.patchbay.model.Messaging;
import io.patchbay.model.Participant;
import io.patchbay.model.Presence;
import io.patchbay.model.Subject;
import io.patchbay.model.Visibility;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a Genesys client should know of what the cells hold, once more: written from CHOREOGRAPHY C and D, not from the dialect. */
final class GenesysCells {
    private final SortedMap<String, String> all = new TreeMap<>();
    private final AgentId me;

    private GenesysCells(AgentId me) {
        this.me = me;
    }

    /** By the path of the resource. */
    static SortedMap<String, String> of(Map<Subject, Seen> cells, AgentId me) {
        GenesysCells known = new GenesysCells(me);
        ((Agent) cells.get(Subject.of(me)).state()).channels().forEach(known::channel);
        cells.forEach((subject, seen) -> {
            if (seen.state() instanceof Interaction interaction) {
                known.interaction(subject.id(), interaction);
            }
        });
        return known.all;
    }

    private void put(String path, GenesysResource resource) {
        all.put(path, resource.seen());
    }

    /** Reserved and busy are not shown. */
    private void channel(Channel channel) {
        Presence shown = channel.presence().atWork() ? channel.pending().orElse(channel.resume()) : channel.presence();
        String state = switch (shown.state()) {
            case INACTIVE -> "LoggedOut";
            case READY -> "Ready";
            case AFTER_CALL_WORK -> "NotReady AfterCallWork";
            case NOT_READY, RESERVED, BUSY -> shown.reason().filter(reason -> reason.code().equals("AuxWork")).isPresent()
                    ? "NotReady AuxWork" : "NotReady";
        };
        put("channels/" + channel.medium().name().toLowerCase(Locale.ROOT), new GenesysResource().in(state));
        if (channel.medium() == Medium.VOICE) {
            put("devices/" + channel.endpoint(), new GenesysResource().in(state));
        }
    }

    private void interaction(String id, Interaction interaction) {
        switch (interaction.medium()) {
            case VOICE -> interaction.callsOf(me).forEach(call -> call(call, call.of(me).orElseThrow()));
            case CHAT -> interaction.member(me).ifPresent(member -> contact("chats/" + id, interaction, member));
            case SMS -> interaction.member(me).ifPresent(member -> contact("smssessions/" + id, interaction, member));
            case EMAIL, CALLBACK -> { }
        }
    }

    private void call(Call call, Connection own) {
        GenesysResource resource = new GenesysResource();
        if (call.isDialling(own)) {
            resource.in("Dialing").participants.add(call.to().value());
        } else {
            resource.in(own.is(State.CONNECTED) ? "Established" : own.is(State.HELD) ? "Held" : "Ringing");
            call.connections().stream().filter(leg -> !leg.isOf(me) && leg.role() != Role.QUEUE)
                    .forEach(leg -> resource.participants.add(leg.address().value()));
        }
        put("calls/" + call.id(), own.muted() ? resource.in(resource.state() + ", muted") : resource);
    }

    private void contact(String path, Interaction interaction, Member member) {
        switch (member.phase()) {
            case OFFERED -> put(path, new GenesysResource().in("Invited"));
            case ACTIVE -> chatting(path, interaction.messaging());
            case ENDED -> {
                boolean others = interaction.members().stream().anyMatch(other -> other.is(Member.Phase.ACTIVE));
                if (!others && interaction.messaging().customer().isEmpty() && interaction.owner().filter(me::equals).isPresent()) {
                    put(path, new GenesysResource().in("LeftChat"));
                }
            }
        }
    }

    /** Who consults is there twice: the second party is that of the consultation. */
    private void chatting(String path, Messaging messaging) {
        GenesysResource resource = new GenesysResource().in("Chatting");
        messaging.participants().forEach(one -> {
            resource.participants.add(written(one));
            if (one.visibility() == Visibility.AGENTS) {
                one.invitedBy().flatMap(messaging::of).ifPresent(by -> resource.participants.add(written(by)));
            }
        });
        messaging.log().forEach(entry -> resource.logged(entry.index(), entry.visibility() == Visibility.ALL, entry.text()));
        put(path, resource);
    }

    private static String written(Participant one) {
        return one.nickname() + " " + (one.role() == Participant.Role.AGENT ? "Agent" : "Customer");
    }
}
