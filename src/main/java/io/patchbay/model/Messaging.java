package io.patchbay.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Participants and log of a messaging contact.
 *
 * @param to what it was addressed to: an extension, or a queue's number
 * @param participants in the order they came
 * @param invitations  who is asked to take part, in the order of asking
 * @param log          its last entries: at least the last {@value #KEPT_ENTRIES}, or fewer where they are long
 * @param last         the index of the last entry, kept or not
 * @param pages        how many pages the older ones fill
 * @param pageStarts   the index of the first entry of each of these pages
 * @param filed        the index of the last entry on a page; it is let go here only when the next page is filled
 */
public record Messaging(Optional<Address> to, List<Participant> participants, List<Invitation> invitations, List<LogEntry> log, long last,
                        int pages, List<Long> pageStarts, long filed) {
    public static final int KEPT_ENTRIES = 50;
    public static final int PAGE_ENTRIES = 25;
    /** In characters, from where on the log is let go sooner: what every step on the contact carries to its backup has an end. */
    public static final int KEPT_CHARACTERS = 65_536;

    /** The value for a call. */
    public static final Messaging NONE = new Messaging(Optional.empty(), List.of(), List.of(), List.of(), 0, 0, List.of(), 0);

    public Messaging addressedTo(Optional<Address> address) {
        return new Messaging(address, participants, invitations, log, last, pages, pageStarts, filed);
    }

    /** Adds the participant, or puts it in the place of the one with its id. */
    public Messaging with(Participant participant) {
        return new Messaging(to, List.copyOf(Listed.with(participants, participant, Participant::id)),
                invitations, log, last, pages, pageStarts, filed);
    }

    /** The same people, in their order. */
    public Messaging having(List<Participant> people) {
        return new Messaging(to, List.copyOf(people), invitations, log, last, pages, pageStarts, filed);
    }

    public Messaging without(PartyId participant) {
        return new Messaging(to, participants.stream().filter(p -> !p.id().equals(participant)).toList(),
                invitations, log, last, pages, pageStarts, filed);
    }

    public Messaging withoutCustomer() {
        return new Messaging(to, participants.stream().filter(p -> p.role() != Participant.Role.CUSTOMER).toList(),
                invitations, log, last, pages, pageStarts, filed);
    }

    /** Adds the invitation, or puts it in the place of the one with its id. */
    public Messaging with(Invitation invitation) {
        return new Messaging(to, participants, List.copyOf(Listed.with(invitations, invitation, Invitation::id)),
                log, last, pages, pageStarts, filed);
    }

    public Messaging withoutInvitation(PartyId id) {
        return new Messaging(to, participants, invitations.stream().filter(i -> !i.id().equals(id)).toList(),
                log, last, pages, pageStarts, filed);
    }

    /** The entry is the last; where there are too many, those on pages are let go and the next page is filled. */
    public Messaging with(LogEntry entry) {
        List<LogEntry> next = new ArrayList<>(log);
        next.add(entry);
        if (next.size() >= KEPT_ENTRIES + PAGE_ENTRIES || weight(next) > KEPT_CHARACTERS) {
            next.removeIf(old -> old.index() <= filed);
        }
        List<LogEntry> fresh = next.stream().filter(e -> e.index() > filed).toList();
        int page = fresh.size() >= KEPT_ENTRIES ? PAGE_ENTRIES : weight(fresh) > KEPT_CHARACTERS / 2 ? fresh.size() - 1 : 0;
        if (page == 0) {
            return new Messaging(to, participants, invitations, List.copyOf(next), entry.index(), pages, pageStarts, filed);
        }
        List<Long> starts = new ArrayList<>(pageStarts);
        starts.add(fresh.get(0).index());
        return new Messaging(to, participants, invitations, List.copyOf(next), entry.index(), pages + 1, List.copyOf(starts),
                fresh.get(page - 1).index());
    }

    /** The entries that are on a page since then: none, or those of the last one. */
    public List<LogEntry> filedSince(Messaging before) {
        return log.stream().filter(entry -> entry.index() > before.filed && entry.index() <= filed).toList();
    }

    private static int weight(List<LogEntry> entries) {
        return entries.stream().mapToInt(LogEntry::weight).sum();
    }

    /** An index was used for something that is not kept. */
    public Messaging upTo(long index) {
        return new Messaging(to, participants, invitations, log, index, pages, pageStarts, filed);
    }

    /** Empty once it left, or the contact was closed to it. */
    public Optional<Participant> customer() {
        return participants.stream().filter(p -> p.role() == Participant.Role.CUSTOMER).findFirst();
    }

    public Optional<Participant> of(AgentId agent) {
        return participants.stream().filter(p -> p.isOf(agent)).findFirst();
    }

    /** Those that serve the customer or may. */
    public Stream<Participant> agents(Visibility visibility) {
        return participants.stream().filter(p -> p.agent().isPresent() && !p.isCoach() && p.visibility() == visibility);
    }

    public Stream<Participant> coaches() {
        return participants.stream().filter(Participant::isCoach);
    }

    public Optional<Invitation> invitation(PartyId id) {
        return invitations.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    public Optional<Invitation> invitationOf(AgentId agent) {
        return invitations.stream().filter(i -> i.isFor(agent)).findFirst();
    }
}
