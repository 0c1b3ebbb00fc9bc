/**
 * Golden transcripts: conversations written down from the protocol references, and the player that holds a gateway to them.
 * YAML files under {@code golden/} go in, an assertion error naming the transcript, the step and the differing member comes out.
 * Nothing of the gateway's main code may be imported here: a transcript knows the wire and the references, never the encoder.
 */
package io.patchbay.golden;
