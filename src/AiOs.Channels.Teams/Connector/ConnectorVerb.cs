namespace AiOs.Channels.Teams.Connector;

/// <summary>What is asked of a connector.</summary>
internal enum ConnectorVerb
{
    /// <summary>A new message; done twice, it stands there twice.</summary>
    Send,

    /// <summary>A message put in the place of an old one; the same done twice.</summary>
    Update,

    /// <summary>A conversation with one person opened; Teams gives the same one each time.</summary>
    Open,

    /// <summary>That we are typing; tried once.</summary>
    Typing,
}
