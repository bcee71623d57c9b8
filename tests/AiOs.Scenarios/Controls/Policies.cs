namespace AiOs.Scenarios.Controls;

/// <summary>Policies for scenarios: the sender's address chooses the tier.</summary>
public static class Policies
{
    public const string Setting = "AIOS_Policy__Path";

    public const string Tiers = """
        version: 1
        caps:
          model:
            day: 2
            month: 30
          spending:
            any: { day: 500, month: 2000 }
        rules:
          - name: typed
            when: { counterparty: "*@two.example" }
            then: ask-2
            because: "These are typed, not tapped."

          - name: two-yeses
            when: { counterparty: "*@three.example" }
            then: ask-3
            because: "These take two yeses."

          - name: internal-allowed
            when: { category: internal }
            then: allow
            because: "Notes are kept without asking."

          - name: rest-asks
            when: {}
            then: ask
            because: "Everything else is asked."

        """;

    /// <summary>One line of it is no policy.</summary>
    public static string Bad { get; } = Tiers.Replace("then: ask-3", "then: perhaps", StringComparison.Ordinal);

    /// <summary>The line of <see cref="Bad"/> that is wrong, counted from 1.</summary>
    public static int BadLine { get; } = Bad.Split('\n').Index().Single(line => line.Item.Contains("perhaps", StringComparison.Ordinal)).Index + 1;

    /// <summary>A draft under which nothing would be tapped any more.</summary>
    public static string Stricter { get; } = Tiers.Replace("then: ask\n", "then: ask-2\n", StringComparison.Ordinal);
}
