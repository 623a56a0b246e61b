package cn.qingcheng.housing.lottery;

/** A ticket and the key that the draw gave it. */
public record DrawnTicket(Ticket ticket, String key) {}
