package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;

/** Never one flat to two households, never two flats to one. */
final class OneFlatPerHousehold implements Invariant {
    /** What keeps a unit and a household: a lease, or an offer that is open or waits for the register's answer. */
    private static final String HOLDS = """
            with hold as (
                select 'lease ' || id as what, unit_id, application_id, term from lease
                union all
                select 'offer ' || o.id || ' ' || o.status, o.unit_id, o.application_id,
                       daterange((o.made_at at time zone 'Asia/Shanghai')::date, null)
                  from offer o
                 where o.status = 'ACTIVE'
                    or o.status = 'ACCEPTED' and not exists (select 1 from lease l where l.offer_id = o.id))
            """;

    @Override
    public int number() {
        return 3;
    }

    @Override
    public String name() {
        return "flats";
    }

    @Override
    public String sentence() {
        return "No unit has two leases or offers that overlap, and no household has two.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        Database housing = city.housing();
        return new Findings(number())
                .counted(housing.number("select count(*) from lease"), "leases")
                .counted(housing.number("select count(*) from offer where status = 'ACTIVE'"), "open offers")
                .counted(housing.number("select count(*) from offer"), "offers ever made")
                .none("a unit held twice", housing.lines(HOLDS + """
                        select format('unit %s: %s and %s', a.unit_id, a.what, b.what)
                          from hold a join hold b on a.unit_id = b.unit_id and a.what < b.what and a.term && b.term
                         order by 1"""))
                .none("a household that holds two", housing.lines(HOLDS + """
                        select format('application %s: %s and %s', a.application_id, a.what, b.what)
                          from hold a join hold b
                            on a.application_id = b.application_id and a.what < b.what and a.term && b.term
                         order by 1"""))
                // A person may be head of one household and member of another.
                .none("a person in two households that each hold one", housing.lines(HOLDS + """
                        , held as (
                            select distinct m.talent_id, h.what, h.term, h.application_id
                              from hold h join household_member m on m.application_id = h.application_id
                             where m.talent_id is not null)
                        select format('person %s: %s and %s', a.talent_id, a.what, b.what)
                          from held a join held b
                            on a.talent_id = b.talent_id and a.what < b.what and a.term && b.term
                           and a.application_id <> b.application_id
                         order by 1"""))
                .none("a unit in a lease or an offer that its own state does not know", housing.lines("""
                        select format('unit %s is %s, lease %s is %s', u.id, u.status, l.id, l.status)
                          from lease l join unit u on u.id = l.unit_id
                         where l.status in ('PENDING_SIGNATURE', 'SIGNED', 'HANDED_OVER', 'ACTIVE')
                           and u.status not in ('RESERVED', 'LEASED')
                        union all
                        select format('unit %s is %s, offer %s is open', u.id, u.status, o.id)
                          from offer o join unit u on u.id = o.unit_id
                         where o.status = 'ACTIVE' and u.status <> 'RESERVED'
                         order by 1"""))
                .done();
    }
}
