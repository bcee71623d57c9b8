using AiOs.Contracts.Intake;

namespace AiOs.Agents.Models.Calls;

/// <summary>What a model costs.</summary>
/// <param name="Input">A million tokens of questions, in the currency's own unit.</param>
/// <param name="Output">A million tokens of answers.</param>
/// <param name="Currency">The workspace's currency.</param>
internal sealed record ModelPrices(decimal Input, decimal Output, string Currency)
{
    /// <summary>The exact cost of a call.</summary>
    public ExactMoney Of(TokenCount tokens)
    {
        var (input, output) = (ExactMoney.Of(Input, tokens.Input, Currency), ExactMoney.Of(Output, tokens.Output, Currency));
        return new((long)Int128.Min((Int128)input.Billionths + output.Billionths, long.MaxValue), Currency);
    }
}
