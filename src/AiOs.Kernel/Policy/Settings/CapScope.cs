namespace AiOs.Kernel.Policy.Settings;

/// <summary>Which money a cap counts.</summary>
internal enum CapScope
{
    /// <summary>What the business spends; the name is a category such as <c>ads</c>.</summary>
    Spending,

    /// <summary>What the language models cost; the name is an agent.</summary>
    Model,
}
