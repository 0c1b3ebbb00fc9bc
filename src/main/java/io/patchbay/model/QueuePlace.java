package io.patchbay.model;

/**
 * What a queue offers: not the contact as such but its present wait. An offer of an earlier wait is for nothing, even if the contact has
 * come back to the same queue meanwhile.
 *
 * @param place as the contact has it while it waits ({@link Interaction.Queueing#place})
 */
public record QueuePlace(QueueName queue, PartyId place) { }
