using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Policy.Amendments;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Tests.Policy;

/// <summary>Draws policies, cases and amendments; the same script draws the same.</summary>
internal sealed class Draw(byte[] script)
{
    private static readonly string[] Kinds = ["email.send", "note.keep", "policy.change", "mcp.bank.pay", "mcp.crm.read"];
    private static readonly string[] Parties = ["anna@example.com", "bob@vendor.test", "Café \"Noir\": GmbH", "x@lists.example.com", "client"];
    private static readonly string[] Words = ["ads", "travel", "tools"];
    private static readonly string[] Conditions =
    [
        "kind: email.send", "kind: [mcp.*, policy.change]", "category: money", "category: [internal, reputation]", "agent: sales",
        "counterparty: client", "counterparty: [vendor, new]", "counterparty: \"*@example.com\"", "amount: { upTo: 50 }",
        "amount: { over: 10, upTo: 900.50 }", "amount: { over: 5 USD }", "currency: [EUR, USD]", "spend: ads", "provenance: external",
        "provenance: { atLeast: record }", "confidence: { below: 60 }", "confidence: { atLeast: 80% }", "time: { from: \"22:00\", to: \"06:00\" }",
        "days: [mon, sat]", "quietHours: true", "final: false",
    ];

    private readonly Random _random = new(script.Aggregate(17, (hash, one) => unchecked((hash * 31) + one)));

    public int Below(int end) => _random.Next(end);

    public T One<T>(params IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public PolicyCase Case() => new()
    {
        Kind = new EffectKind(One(Kinds)),
        Category = One(Enum.GetValues<EffectCategory>()),
        Agent = new AgentName(One("sales", "billing")),
        Counterparty = One(null, One(Parties)),
        CounterpartyClass = One(Enum.GetValues<CounterpartyClass>()),
        Cost = One(null, new Money(Below(120_000), One("EUR", "EUR", "USD"))),
        Spend = One(null, One(Words)),
        Provenance = One(Enum.GetValues<Provenance>()),
        Confidence = new Confidence(Below(1001)),
        Local = SomePolicy.At("2026-11-23T00:00").AddMinutes(Below(7 * 24 * 60)),
        Final = One(true, false),
        UngroundedNames = One<IReadOnlyList<string>>([], [], [], ["recipient"]),
    };

    public string Text(int rules) =>
        "version: 1\nquietHours: { from: \"20:00\", to: \"07:00\" }\ncaps: { spending: { ads: { month: 100 } } }\n"
        + $"autoReject:{(One(true, false) ? " []\n" : $"\n- {{ name: no-one, when: {When(2)}, because: Never. }}\n")}"
        + "rules:\n" + string.Concat(Enumerable.Range(0, rules).Select(Rule)) + (rules == 0 ? "  []\n" : string.Empty);

    public string Rule(int number)
    {
        var then = One("allow", "allow", "ask", "ask-2", "ask-3", "deny");
        return $"  - name: rule-{number}\n    when: {When(then == "allow" ? 1 : 0)}\n    then: {then}\n    because: \"Reason {number}.\"\n";
    }

    public PolicyAmendment Amendment(int before)
    {
        var scope = One(CapScope.Spending, CapScope.Model);
        var name = One(null, One(Words));
        var period = One(CapPeriod.Day, CapPeriod.Month);
        return Below(before > 0 ? 6 : 5) switch
        {
            0 => new PolicyAmendment.SetCap(scope, name, period, new Money(Below(1_000_000), SomePolicy.Currency)),
            1 => new PolicyAmendment.RemoveCap(scope, name, period),
            2 => new PolicyAmendment.AutoReject(Party(), One("Never: {again}, [ever] # no", "Say \"no\" \\ always.", "Nein, für 🐟.")),
            3 => new PolicyAmendment.AlwaysAskAbout(Party(), 1 + Below(3)),
            4 => new PolicyAmendment.AlwaysAskFor(One("mcp.*", One(Kinds)), 1 + Below(3)),
            _ => new PolicyAmendment.TakeBack(1 + Below(before)),
        };
    }

    private string Party() => One(One(Parties), "*@example.com");

    private string When(int least)
    {
        var keys = Enumerable.Range(0, least + Below(3)).Select(_ => One(Conditions)).DistinctBy(one => one.Split(':')[0]);
        return "{ " + string.Join(", ", keys) + " }";
    }
}
