using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Contracts.Effects;
using AiOs.Simulation.Scheduling;

namespace AiOs.Simulation.Scripts;

/// <summary>One policy of a seed: small caps, and for each category how much it asks. What it answers is worked out here, not by the kernel.</summary>
internal sealed partial record PolicyPlan
{
    /// <summary>The number that stands for a no.</summary>
    public const int No = 9;

    private static readonly string[] Answers = ["allow", "ask", "ask-2", "ask-3"];

    private PolicyPlan(long seed, int number)
    {
        var dice = Dice.For(seed, 21, number);
        Number = number;
        Day = dice.Between(20, 60);
        Month = dice.Between(60, 200);
        Ads = dice.Between(10, 40);
        Model = dice.Between(1, 3);
        LargeFrom = dice.Between(5, 20);
        Money = dice.Chance(70) ? 1 : dice.Between(2, 3);
        Reputation = dice.Chance(75) ? 1 : dice.Chance(20) ? No : dice.Between(2, 3);
        Contract = dice.Chance(60) ? 1 : dice.Between(2, 3);
        Internal = dice.Chance(85) ? 0 : 1;
        ExpireDays = dice.Between(2, 4);
        UndoHours = dice.Of([2, 24, 48]);
    }

    public int Number { get; }

    private int Day { get; }

    private int Month { get; }

    private int Ads { get; }

    private int Model { get; }

    private int LargeFrom { get; }

    private int Money { get; }

    private int Reputation { get; }

    private int Contract { get; }

    private int Internal { get; }

    private int ExpireDays { get; }

    private int UndoHours { get; }

    public static PolicyPlan Of(long seed, int number) => new(seed, number);

    /// <summary>The plan that a text was made of, also after it was changed from chat.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="text">The policy; nothing for the one that comes with the program.</param>
    /// <returns>The plan, or nothing.</returns>
    public static PolicyPlan? In(long seed, string? text) =>
        text is not null && Mark().Match(text) is { Success: true } mark ? Of(seed, int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture)) : null;

    /// <summary>How much the built-in policy asks.</summary>
    /// <param name="category">What is touched.</param>
    /// <returns>0 for nothing, 1 for one tap.</returns>
    public static int BuiltIn(EffectCategory category) => category is EffectCategory.Internal ? 0 : 1;

    /// <summary>How much it asks for an effect: 0 for nothing, 1 to 3, or <see cref="No"/>.</summary>
    /// <param name="category">What it touches.</param>
    /// <param name="minor">What it costs.</param>
    /// <returns>The tier.</returns>
    public int TierOf(EffectCategory category, long? minor) => category switch
    {
        EffectCategory.Money when minor > LargeFrom * 100L => 2,
        EffectCategory.Money => Money,
        EffectCategory.Reputation => Reputation,
        EffectCategory.Contract => Contract,
        _ => Internal,
    };

    public string Text => string.Create(CultureInfo.InvariantCulture, $$"""
        version: 1
        interruptions: { perDay: 4 }
        approvals:
          expireAfter: {{ExpireDays}}d
          coolOff: 1h
          undoFor: {{UndoHours}}h
        escalation:
          - { after: 4h, by: reminder }
        caps:
          model:
            day: {{Model}}
            month: {{Model * 8}}
          spending:
            any: { day: {{Day}}, month: {{Month}} }
            ads: { month: {{Ads}} }
        autonomy:
          offerAfter: 3
          within: 28d
          decayAfter: 60d
          mostEach: 50
        rules:
          - name: plan-{{Number}}-large
            when: { category: money, amount: { over: {{LargeFrom}} } }
            then: ask-2
            because: "Large amounts are typed."
        {{Rule("money", Money)}}
        {{Rule("reputation", Reputation)}}
        {{Rule("contract", Contract)}}
        {{Rule("internal", Internal)}}
        """);

    private static string Rule(string category, int tier) =>
        $$"""
          - name: all-{{category}}
            when: { category: {{category}} }
            then: {{(tier == No ? "deny" : Answers[tier])}}
            because: "So it is with {{category}}."
        """;

    [GeneratedRegex("plan-([0-9]+)-large", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
