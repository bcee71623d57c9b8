using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Approvals;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Support.Machines;

/// <summary>Taps on a card, right and wrong ones.</summary>
internal static class Taps
{
    /// <summary>Whether a card has what is to be spoiled.</summary>
    public static bool Can(Spoil spoil, Approval approval, DecisionKind kind) => spoil switch
    {
        Spoil.Confirmation => approval.Confirm is not null && kind is DecisionKind.Approve,
        Spoil.UsedNonce => approval.Half is not null,
        _ => true,
    };

    public static OperatorDecision On(Approval approval, DecisionKind kind, Spoil spoil, string channel)
    {
        var first = approval.Asked.Personal!.Nonce;
        return new OperatorDecision
        {
            Approval = approval.Id,
            Kind = kind,
            Digest = spoil is Spoil.Digest ? Digest.Zero : approval.Asked.Digest,
            Channel = new ChannelName(channel),
            By = Some.Operator,
            Nonce = spoil switch { Spoil.Nonce => "00", Spoil.UsedNonce => first, _ => approval.Nonce ?? first },
            Confirmation = spoil is Spoil.Confirmation ? "1.00 EUR" : approval.Confirm,
            Text = "shorter",
        };
    }
}
