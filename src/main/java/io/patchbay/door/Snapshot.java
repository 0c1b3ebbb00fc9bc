package io.patchbay.door;

import io.patchbay.model.Recorded.Position;
import io.patchbay.model.Subject;
import java.util.Map;

/** The replicas at one moment, and for each subject the number of the last event in them. */
public record Snapshot(Replicas replicas, Map<Subject, Position> positions) { }
