using System.Globalization;
using AiOs.Contracts.Json;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy.Reading;
using AiOs.Kernel.Policy.Reading.Yaml;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Amendments;

/// <summary>Reads the list that <see cref="PolicyText"/> writes.</summary>
internal sealed class AmendmentReader(Values values, PolicyFaults faults)
{
    private const int LongestSentence = 500;
    private const int LongestKind = 120;
    private const int MostTier = 3;

    private static readonly IReadOnlyList<string> CapKeys = ["on", "change", "scope", "name", "period", "limit"];
    private static readonly IReadOnlyList<string> LiftKeys = ["on", "change", "scope", "name", "period"];
    private static readonly IReadOnlyList<string> RejectKeys = ["on", "change", "counterparty", "because"];
    private static readonly IReadOnlyList<string> AskAboutKeys = ["on", "change", "counterparty", "tier"];
    private static readonly IReadOnlyList<string> AskForKeys = ["on", "change", "kind", "tier"];
    private static readonly IReadOnlyList<string> BackKeys = ["on", "change", "number"];

    private static readonly IReadOnlyList<string> Scopes = [.. Enum.GetValues<CapScope>().Select(KebabEnumConverter<CapScope>.ToText)];
    private static readonly IReadOnlyList<string> Periods = [.. Enum.GetValues<CapPeriod>().Select(KebabEnumConverter<CapPeriod>.ToText)];

    public IReadOnlyList<ListedAmendment> Read(TreeNode node)
    {
        if (node is TreeNode.Scalar { Plain: true, Text: "" })
        {
            return [];
        }

        if (node is not TreeNode.List { Block: true } list)
        {
            values.Fault(node, "The amendments must be a list with a dash and a line for each, as the program writes them; write them so or remove 'amendments'.");
            return [];
        }

        var read = list.Items.Select((item, index) => (item, listed: One(item, index + 1))).ToList();
        if (faults.First is null && read.FirstOrDefault(one => one.listed is null) is { item: { } dropped })
        {
            values.Fault(dropped, "This amendment cannot be read; remove it.");
        }

        return [.. read.Select(one => one.listed).OfType<ListedAmendment>()];
    }

    private ListedAmendment? One(TreeNode node, int number)
    {
        if (Section.Open(node, "an amendment", faults) is not { } section)
        {
            return null;
        }

        var on = Day(section.Required("on"));
        var change = values.OneOf(section.Required("change"), "change", AmendmentWords.All);
        var amendment = change is null ? null : Change(change, node, number);
        return on is { } day && amendment is not null ? new ListedAmendment(number, day, amendment, Holds: true) : null;
    }

    private PolicyAmendment? Change(string change, TreeNode node, int number) => change switch
    {
        AmendmentWords.SetCap => Cap(Section.Of(node, "this amendment", faults, CapKeys), lift: false),
        AmendmentWords.RemoveCap => Cap(Section.Of(node, "this amendment", faults, LiftKeys), lift: true),
        AmendmentWords.AutoReject => Reject(Section.Of(node, "this amendment", faults, RejectKeys)),
        AmendmentWords.AskAbout => AskAbout(Section.Of(node, "this amendment", faults, AskAboutKeys)),
        AmendmentWords.AskFor => AskFor(Section.Of(node, "this amendment", faults, AskForKeys)),
        _ => values.Whole(Section.Of(node, "this amendment", faults, BackKeys)?.Required("number"), "number of an amendment above it", 1, number - 1) is { } back
            ? new PolicyAmendment.TakeBack(back)
            : null,
    };

    private PolicyAmendment? Cap(Section? section, bool lift)
    {
        var scope = KebabEnumConverter<CapScope>.Parse(values.OneOf(section?.Required("scope"), "scope", Scopes));
        var period = KebabEnumConverter<CapPeriod>.Parse(values.OneOf(section?.Required("period"), "period", Periods));
        var name = values.Name(section?["name"], "name of a cap");
        if (section is null || scope is not { } of || period is not { } over || (name is null && section["name"] is not null))
        {
            return null;
        }

        if (of == CapScope.Spending && name == "any")
        {
            values.Fault(section["name"]!, "'any' is the cap over all spending; leave out the name to mean it.");
            return null;
        }

        return lift ? new PolicyAmendment.RemoveCap(of, name, over)
            : values.OwnAmount(section.Required("limit"), "cap") is { } limit ? new PolicyAmendment.SetCap(of, name, over, limit)
            : null;
    }

    private PolicyAmendment.AutoReject? Reject(Section? section) =>
        Counterparty(section) is { } counterparty && values.Text(section?.Required("because"), "sentence under 'because'", LongestSentence) is { } because
            ? new PolicyAmendment.AutoReject(counterparty, because)
            : null;

    private PolicyAmendment.AlwaysAskAbout? AskAbout(Section? section) =>
        Counterparty(section) is { } counterparty && Tier(section) is { } tier ? new PolicyAmendment.AlwaysAskAbout(counterparty, tier) : null;

    private PolicyAmendment.AlwaysAskFor? AskFor(Section? section)
    {
        var node = section?.Required("kind");
        if (values.Text(node, "kind", LongestKind) is not { } kind || Tier(section) is not { } tier)
        {
            return null;
        }

        if (KindPattern.IsOne(kind))
        {
            return new PolicyAmendment.AlwaysAskFor(kind, tier);
        }

        values.Fault(node!, $"'{Values.Shown(kind)}' is no kind of effect; write one such as email.send.");
        return null;
    }

    private string? Counterparty(Section? section) => new CounterpartyReader(values).Literal(section?.Required("counterparty"));

    private int? Tier(Section? section) => values.Whole(section?.Required("tier"), "tier", 1, MostTier);

    private DateOnly? Day(TreeNode? node)
    {
        if (values.Text(node, "day", 200) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        values.Fault(node!, $"'{Values.Shown(text)}' is no day; write year, month and day, as in \"2026-11-22\".");
        return null;
    }
}
