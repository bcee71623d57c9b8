using System.Globalization;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records;

namespace AiOs.Agents.Tests.Drafting;

/// <summary>
/// No agent makes a figure up: over many workspaces made at random, each amount, day, address, account and link of a drafted effect stands in the
/// message or a Record, or is what the arithmetic of the test itself gives.
/// </summary>
public sealed class FigureTests
{
    private const int Seeds = 600;

    private static readonly string[] Requests =
    [
        "invoice client/berg for October, {0} h", "Rechnung an client/berg für Oktober, {0} Stunden", "invoice client/berg {1} EUR for the website", "send a reminder for invoice 2026-017",
        "payment reminder to Berg", "Payment received from Berg, {1} EUR, ref 2026-017", "Payment received from Berg, {1} EUR", "offer client/berg a website, {0} h", "offer client/berg a shop for {1} EUR",
        "won client/berg: the website for {1} EUR", "lost client/berg: too dear", "What rate do we have with Berg?", "write a post about winter for LinkedIn", "write to anna@example.com that I come on Friday",
    ];

    [Fact]
    public void Draft_AnyRequestInAnyWorkspace_NamesNoFigureOfItsOwn()
    {
        var drafted = new Dictionary<AgentName, int>();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var dice = new Dice((ulong)seed);
            var (hours, amount) = (dice.Next(1, 200), dice.Next(1, 9_000));
            var text = string.Format(CultureInfo.InvariantCulture, Requests[seed % Requests.Length], hours, amount);
            var facts = Workspace(dice);
            var brief = Drafts.Typed(text).With(facts);
            var draft = brief.Draft();
            drafted[brief.Agent().Name] = drafted.GetValueOrDefault(brief.Agent().Name) + draft.Effects.Count;
            var known = Figures.Known(brief, facts, hours, amount);
            Figures.OfNobody(draft, known, brief, $"seed {seed}, “{text}”");
        }

        Assert.All((AgentName[])[AgentName.Billing, AgentName.Sales, AgentName.Execution], agent => Assert.True(drafted.GetValueOrDefault(agent) > 10, $"{agent} drafted too little: {drafted.GetValueOrDefault(agent)}"));
    }

    private static RecordSnapshot[] Workspace(Dice dice)
    {
        var facts = new List<RecordSnapshot>
        {
            Drafts.Known("client/berg", dice.Next(1, 9), [("name", "Berg GmbH"), .. Some(dice, 90, ("email", "office@berg.example")), .. Some(dice, 50, ("rate", $"{dice.Next(20, 200)} EUR per hour")), .. Some(dice, 20, ("language", "de"))]),
            Drafts.Known("playbook/main", dice.Next(1, 9), [("name", "main"), .. Some(dice, 90, ("payment-terms", $"{dice.Next(1, 60)} days")), .. Some(dice, 50, ("late-payment-terms", $"{dice.Next(1, 60)} days")), .. Some(dice, 40, ("vat-rate", $"{dice.Next(1, 25)} %")), .. Some(dice, 40, ("rate", $"{dice.Next(20, 200)}.{dice.Next(10, 99)} EUR"))]),
            Drafts.Known("invoice/2026-017", dice.Next(1, 9), [("number", "2026-017"), ("client", "client/berg"), ("amount", $"{dice.Next(1, 9_000)}.00 EUR"), ("due", $"2026-{dice.Next(10, 13)}-{dice.Next(10, 29)}"), .. Some(dice, 20, ("paid", "2026-11-20"))]),
        };
        if (dice.Next(0, 2) == 0)
        {
            facts.Add(Drafts.Known("contract/berg", dice.Next(1, 9), [("title", "Care"), ("client", "client/berg"), .. Some(dice, 60, ("rate", $"{dice.Next(20, 200)} EUR per hour")), .. Some(dice, 50, ("discount", $"{dice.Next(1, 40)} %")), .. Some(dice, 50, ("notice", "4 weeks"))]));
        }

        if (dice.Next(0, 2) == 0)
        {
            facts.Add(Drafts.Known("negotiation/berg", dice.Next(1, 9), ("client", "client/berg"), ("entry-1", $"offer | 2026-11-01 | operator | {dice.Next(1, 9_000)}.00 EUR | the website")));
        }

        return [.. facts];
    }

    private static (string Field, string Value)[] Some(Dice dice, int percent, (string, string) field) => dice.Next(0, 100) < percent ? [field] : [];

    /// <summary>Numbers that a seed repeats, on every machine the same (a linear congruence).</summary>
    private sealed class Dice(ulong seed)
    {
        private ulong _state = (seed * 2_862_933_555_777_941_757) + 3_037_000_493;

        public int Next(int from, int to)
        {
            _state = (_state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
            return from + (int)((_state >> 33) % (ulong)(to - from));
        }
    }
}
