package io.patchbay.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who takes part in a contact that is no call, and what was written.
 *
 * @param to           what it was addressed to: an extension, or a queue's number
 * @param participants in the order they came
 * @param invitations  who is asked to take part, in the order of asking
 * @param log          its last entries; there are at most {@value #KEPT_ENTRIES}, fewer where they are long
 * @param last         the index of the last entry, kept or not
 */
public record Messaging(Optional<Address> to, List<Participant> participants, List<Invitation> invitations, List<LogEntry> log, long last) {
    public static final int KEPT_ENTRIES = 50;
    /** In characters, all entries together: what every step on the contact carries to its backup has an end. */
    public static final int KEPT_CHARACTERS = 65_536;

    /** What it is of a call. */
    public static final Messaging NONE = new Messaging(Optional.empty(), List.of(), List.of(), List.of(), 0);

    public Messaging addressedTo(Optional<Address> address) {
        return new Messaging(address, participants, invitations, log, last);
    }

    /** Adds the participant, or puts it in the place of the one with its id. */
    public Messaging with(Participant participant) {
        return new Messaging(to, List.copyOf(Listed.with(participants, participant, Participant::id)), invitations, log, last);
    }

    public Messaging without(PartyId participant) {
        return new Messaging(to, participants.stream().filter(p -> !p.id().equals(participant)).toList(), invitations, log, last);
    }

    public Messaging withoutCustomer() {
        return new Messaging(to, participants.stream().filter(p -> p.role() != Participant.Role.CUSTOMER).toList(), invitations, log, last);
    }

    /** Adds the invitation, or puts it in the place of the one with its id. */
    public Messaging with(Invitation invitation) {
        return new Messaging(to, participants, List.copyOf(Listed.with(invitations, invitation, Invitation::id)), log, last);
    }

    public Messaging withoutInvitation(PartyId id) {
        return new Messaging(to, participants, invitations.stream().filter(i -> !i.id().equals(id)).toList(), log, last);
    }

    /** The entry is the last; the oldest are let go where there are too many. */
    public Messaging with(LogEntry entry) {
        List<LogEntry> next = new ArrayList<>(log);
        next.add(entry);
        int weight = next.stream().mapToInt(LogEntry::weight).sum();
        int gone = 0;
        while (next.size() - gone > KEPT_ENTRIES || weight > KEPT_CHARACTERS && next.size() - gone > 1) {
            weight -= next.get(gone++).weight();
        }
        return new Messaging(to, participants, invitations, List.copyOf(next.subList(gone, next.size())), entry.index());
    }

    /** An index was used for something that is not kept. */
    public Messaging upTo(long index) {
        return new Messaging(to, participants, invitations, log, index);
    }

    /** Empty once it left, or the contact was closed to it. */
    public Optional<Participant> customer() {
        return participants.stream().filter(p -> p.role() == Participant.Role.CUSTOMER).findFirst();
    }

    public Optional<Participant> of(AgentId agent) {
        return participants.stream().filter(p -> p.isOf(agent)).findFirst();
    }

    public Stream<Participant> agents(Visibility visibility) {
        return participants.stream().filter(p -> p.role() == Participant.Role.AGENT && p.visibility() == visibility);
    }

    public Optional<Invitation> invitation(PartyId id) {
        return invitations.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    public Optional<Invitation> invitationOf(AgentId agent) {
        return invitations.stream().filter(i -> i.isFor(agent)).findFirst();
    }
}
