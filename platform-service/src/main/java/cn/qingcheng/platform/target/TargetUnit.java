package cn.qingcheng.platform.target;

/** What an indicator counts in; money in fen, hundredths of a yuan. */
public enum TargetUnit {
    PERSON,
    FEN
}
