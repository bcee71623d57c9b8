using AiOs.Contracts.Forgetting;

namespace AiOs.Kernel.Forgetting;

/// <summary>A host that writes no copies.</summary>
internal sealed class NoCopyRegister : ICopyRegister
{
    public void Add(KnownCopy copy)
    {
        // Nobody asks for it here.
    }

    public IReadOnlyList<KnownCopy> List() => [];
}
