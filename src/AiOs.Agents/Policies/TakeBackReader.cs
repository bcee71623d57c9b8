using System.Globalization;
using System.Text.RegularExpressions;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Policies;

/// <summary>Reads which change of the policy no longer holds.</summary>
internal static partial class TakeBackReader
{
    public static PolicyRequest? Read(string request, PolicyFacts policy)
    {
        if (Form().Match(request) is not { Success: true } match || !(match.Groups["policy"].Success || match.Groups["number"].Success))
        {
            return null;
        }

        if (match.Groups["number"] is { Success: true } said && int.TryParse(said.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return Back(number);
        }

        return match.Groups["last"].Success && policy.Amendments > 0
            ? Back(policy.Amendments)
            : new PolicyRequest.Unclear("Which change of the policy shall I take back? Tell me its number: they stand at the end of the policy, the first one is 1.");
    }

    private static PolicyRequest.Change Back(int number) => new(
        new PolicyChangeArguments { ExpectedVersion = 0, Change = "take-back", Number = number },
        string.Create(CultureInfo.InvariantCulture, $"Take back change {number} of the policy."));

    [GeneratedRegex(@"^(take back|undo|revoke|withdraw|reverse) ((the|my) )?((?<last>last|latest|newest) )?((?<policy>policy) )?((change|amendment)|(?<policy>policy))( (of|to|in) (?<policy>(the|my) policy))?( (number|no\.?|nr\.?))?( ?#?(?<number>\d{1,4}))?( (of|to|in) (?<policy>(the|my) policy))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
