using AiOs.Contracts;

namespace AiOs.Kernel.Context;

/// <summary>An agent proposed something that it may not.</summary>
internal sealed class OutsideGrantException(string message) : AiOsException(message);
