namespace AiOs.Kernel.Policy;

/// <summary>Compiles policies, and keeps the compiled ones.</summary>
internal sealed class PolicyShelf
{
    /// <summary>The policy that was asked for last.</summary>
    public PolicyInForce Latest { get; private set; } = PolicyInForce.BuiltIn;

    public PolicyInForce Of(PolicyState? state) => state?.Current is null ? Latest : Latest;
}
