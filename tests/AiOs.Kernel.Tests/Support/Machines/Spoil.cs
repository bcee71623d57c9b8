namespace AiOs.Kernel.Tests.Support.Machines;

/// <summary>What is wrong with a tap.</summary>
internal enum Spoil
{
    Nothing,
    Nonce,
    Digest,
    Confirmation,
    UsedNonce,
}
