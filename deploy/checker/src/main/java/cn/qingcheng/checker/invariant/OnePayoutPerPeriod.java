package cn.qingcheng.checker.invariant;

import cn.qingcheng.checker.CityUnderCheck;
import cn.qingcheng.checker.source.Database;

/** Nobody is paid twice for one month, and nothing counts as paid that the bank has not settled. */
final class OnePayoutPerPeriod implements Invariant {

    @Override
    public int number() {
        return 2;
    }

    @Override
    public String name() {
        return "payouts";
    }

    @Override
    public String sentence() {
        return "There is one payout per person, scheme and period; each paid instalment has exactly one settled payment,"
                + " and each settled payment a paid instalment.";
    }

    @Override
    public Finding check(CityUnderCheck city) {
        Database subsidy = city.subsidy();
        return new Findings(number())
                .counted(subsidy.number("select count(*) from payment"), "payments")
                .counted(subsidy.number("select count(*) from payment where status = 'SETTLED'"), "of them settled")
                .counted(subsidy.number("select count(*) from instalment"), "instalments")
                .none("several payouts to one person for one scheme and period", subsidy.lines("""
                        select format('person %s, %s, %s: payments %s', talent_id, scheme_code, period,
                                      string_agg(id || ' ' || status, ', ' order by id))
                          from payment where status not in ('RETURNED', 'CANCELLED')
                         group by talent_id, scheme_code, period having count(*) > 1
                         order by talent_id, scheme_code, period"""))
                .none("several instalments of one person for one scheme and period", subsidy.lines("""
                        select format('person %s, %s, %s: instalments %s', talent_id, scheme_code, period,
                                      string_agg(id || ' ' || status, ', ' order by id))
                          from instalment where status <> 'CANCELLED'
                         group by talent_id, scheme_code, period having count(*) > 1
                         order by talent_id, scheme_code, period"""))
                .none("an instalment whose state and settled payments do not agree", subsidy.lines("""
                        select format('instalment %s is %s and has %s settled payments', i.id, i.status,
                                      count(p.id) filter (where p.status = 'SETTLED'))
                          from instalment i left join payment p on p.instalment_id = i.id
                         group by i.id
                        having count(p.id) filter (where p.status = 'SETTLED') <> (i.status = 'PAID')::int
                         order by i.id"""))
                .none(
                        "an instalment in payment without exactly one payment under way, or the reverse",
                        subsidy.lines("""
                        select format('instalment %s is %s and has %s payments under way', i.id, i.status,
                                      count(p.id) filter (where p.status in ('READY', 'SENT')))
                          from instalment i left join payment p on p.instalment_id = i.id
                         group by i.id
                        having count(p.id) filter (where p.status in ('READY', 'SENT')) <> (i.status = 'IN_PAYMENT')::int
                         order by i.id"""))
                .none("a payment that is not its instalment's in person, scheme, period or amount", subsidy.lines("""
                        select format('payment %s of instalment %s', p.id, i.id)
                          from payment p join instalment i on i.id = p.instalment_id
                         where (p.talent_id, p.scheme_code, p.period, p.amount_fen)
                               <> (i.talent_id, i.scheme_code, i.period, i.amount_fen)
                         order by p.id"""))
                .done();
    }
}
