package cn.qingcheng.subsidy.evidence;

/** A file in the evidence store: its name there, what it is by content, and the digest of its bytes. */
public record StoredFile(String fileName, EvidenceType type, long sizeBytes, String sha256) {}
