using System.Globalization;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Json;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Policy.Amendments;

/// <summary>Reads the arguments of <c>policy.change</c>, and shows them.</summary>
internal static class AmendmentArguments
{
    public const string TakeBack = "take-back";

    /// <summary>The change; nothing where the arguments do not name exactly one.</summary>
    public static PolicyAmendment? Read(PolicyChangeArguments arguments) => arguments.Change switch
    {
        "set-cap" when Scope(arguments) is { } scope && Period(arguments) is { } period && Limit(arguments) is { Minor: >= 0 } limit => new PolicyAmendment.SetCap(scope, arguments.Name, period, limit),
        "remove-cap" when Scope(arguments) is { } scope && Period(arguments) is { } period => new PolicyAmendment.RemoveCap(scope, arguments.Name, period),
        "auto-reject" when arguments is { Counterparty.Length: > 0, Because.Length: > 0 } => new PolicyAmendment.AutoReject(arguments.Counterparty, arguments.Because),
        "ask-about" when arguments is { Counterparty.Length: > 0, Tier: >= 1 and <= 3 } => new PolicyAmendment.AlwaysAskAbout(arguments.Counterparty, arguments.Tier.Value),
        "ask-for" when arguments is { Kind.Length: > 0, Tier: >= 1 and <= 3 } => new PolicyAmendment.AlwaysAskFor(arguments.Kind, arguments.Tier.Value),
        TakeBack when arguments.Number is > 0 => new PolicyAmendment.TakeBack(arguments.Number.Value),
        _ => null,
    };

    /// <summary>The change in a few words.</summary>
    public static string Sentence(PolicyChangeArguments arguments) => arguments.Change switch
    {
        "set-cap" => $"at most {Limit(arguments)?.ToString() ?? "?"} a {arguments.Period} for {Capped(arguments)}",
        "remove-cap" => $"no cap a {arguments.Period} for {Capped(arguments)}",
        "auto-reject" => $"refuse everything that touches {arguments.Counterparty}",
        "ask-about" => $"always ask about {arguments.Counterparty}, at least in tier {arguments.Tier}",
        "ask-for" => $"always ask for {arguments.Kind}, at least in tier {arguments.Tier}",
        TakeBack => $"the change number {arguments.Number} no longer holds",
        _ => arguments.Change,
    };

    /// <summary>Every argument, so that the card shows all that the bytes say.</summary>
    public static IEnumerable<Fact> Rows(PolicyChangeArguments arguments)
    {
        (string Name, object? Value)[] all =
        [
            ("Change", arguments.Change), ("Scope", arguments.Scope), ("Name", arguments.Name), ("Period", arguments.Period), ("Most", Limit(arguments)),
            ("Minor", Limit(arguments) is null ? arguments.Minor : null), ("Currency", Limit(arguments) is null ? arguments.Currency : null),
            ("Counterparty", arguments.Counterparty), ("Kind", arguments.Kind), ("Tier", arguments.Tier), ("Because", arguments.Because), ("Number", arguments.Number),
        ];
        return all.Where(one => one.Value is not null).Select(one => new Fact(one.Name, Convert.ToString(one.Value, CultureInfo.InvariantCulture)!));
    }

    private static string Capped(PolicyChangeArguments arguments) =>
        arguments.Name ?? (Scope(arguments) is CapScope.Model ? "all models together" : "all spending together");

    private static CapScope? Scope(PolicyChangeArguments arguments) => KebabEnumConverter<CapScope>.Parse(arguments.Scope ?? string.Empty);

    private static CapPeriod? Period(PolicyChangeArguments arguments) => KebabEnumConverter<CapPeriod>.Parse(arguments.Period ?? string.Empty);

    private static Money? Limit(PolicyChangeArguments arguments) => arguments is { Minor: { } minor, Currency: { } currency } ? new Money(minor, currency) : null;
}
