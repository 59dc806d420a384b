# The language of what a person reads: no word of the glossary's left column, help texts in one form, and one text for each shared parameter.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/HelpPages.psm1" -Force

    # The files in which words are checked. Only: a regular expression for the parts of a file that count; by default, the whole file counts.
    $scopes = @(
        @{ Path = '*.md' }
        @{ Path = 'docs/*.md' }
        @{ Path = 'bench/*.md' }
        @{ Path = 'tests/SandboxServer/*.md' }
        @{ Path = 'src/*/*.md' }
        @{ Path = 'src/TrainingApis.Cmdlets/en-US/about_*.help.txt' }
    )
    # Comments and texts of the source. A "wire name" is the name that a member has in a request.
    $scopes += Get-ChildItem "$Root/src", "$Root/samples" -Recurse -Filter *.cs | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' |
        ForEach-Object { @{ Path = [IO.Path]::GetRelativePath($Root, $_); Only = '//.*|"[^"\n]*"' } }
    # Comments of the tests, and the names of the suites. The glossary itself is left out.
    $scopes += Get-ChildItem "$Root/tests" -Recurse -Include *.ps1, *.psm1, *.cs -Exclude Language.Tests.ps1 | Where-Object FullName -NotMatch '[\\/](bin|obj)[\\/]' |
        ForEach-Object { @{ Path = [IO.Path]::GetRelativePath($Root, $_); Only = $_.Extension -eq '.cs' ? '//.*' : "(?m)^\s*(It|Context|Describe) '([^']|'')*'|(^|\s)#.*" } }

    # Words to avoid (a regular expression, any letter case), what to write instead, and a text in which the expression must find something.
    $glossary = @(
        @{ Avoid = '\banswer(s|ed|ing)?\b'; Write = 'response'; Example = 'The answer has no id.' }
        @{ Avoid = '\bwires?\b(?! (names?|values?|words?)\b)'; Write = 'the network, the request'; Example = 'What goes over the wire.' }
        @{ Avoid = '\bverbs?\b'; Write = 'HTTP method'; Example = 'The verb is inferred.' }
        @{ Avoid = '\bcarriers?\b'; Write = 'body or query string'; Example = 'Methods, paths and carriers.' }
        @{ Avoid = '\b(vendor''s|other) side\b'; Write = 'at the vendor'; Example = 'Look at the vendor''s side.' }
        @{ Avoid = '\b(say|says|said) (no|yes)\b'; Write = 'refuses, accepts'; Example = 'The vendor answered, and said no.' }
        @{ Avoid = '\bcall(s|ed|ing)? ((it|them|\w+ \w+) )?off\b'; Write = 'cancels'; Example = 'Calls a transfer off.' }
        @{ Avoid = '\bmend(s|ed|ing)?\b'; Write = 'fix, repair'; Example = 'Only the newest version is mended.' }
        @{ Avoid = '\bin the air\b'; Write = 'in flight'; Example = '356 were in the air.' }
        @{ Avoid = '\b(rooms?|house|doors?|skins?|leash|dice|veil)\b'; Write = 'the name of the thing'; Example = 'The rooms of this house.' }
        @{ Avoid = '\ba look\b|\blook first\b'; Write = 'preview'; Example = 'A look before anything is sent.' }
        @{ Avoid = '\bgets? a moment\b|\bland in the journal\b'; Write = 'gets up to 10 seconds to complete'; Example = 'What is in flight gets a moment to land in the journal.' }
        @{ Avoid = '\bnobody (can know|knows|twice)\b'; Write = 'the outcome is unknown'; Example = 'Nobody can know from here.' }
        @{ Avoid = '\breason is in Reason\b'; Write = 'nothing, since the message gives the reason'; Example = 'The vendor''s reason is in Reason.' }
        @{ Avoid = '\bhears?\b'; Write = 'receives'; Example = 'Hears the clients and turns what it hears into records.' }
        @{ Avoid = '\bthing that you name\b'; Write = 'an unknown ID'; Example = 'A thing that you name and that does not exist.' }
        @{ Avoid = '\bit says\b'; Write = 'Cegos rejected the registration: the reason'; Example = 'It says: Session is full' }
        @{ Avoid = '\bmakes sources\b'; Write = 'creates'; Example = 'makes sources' }
        @{ Avoid = '\bno type holds\b'; Write = 'outside the range of Decimal'; Example = 'A number that no type holds.' }
        @{ Avoid = '\bspeaks? to\b'; Write = 'connects to'; Example = 'This version speaks to Cegos.' }
        @{ Avoid = '\brehears(e|es|ed|al|als|ing)\b|\bbad days?\b'; Write = 'test, simulate'; Example = 'A rehearsal proves your script.' }
        @{ Avoid = '\bside by side\b'; Write = 'at the same time'; Example = 'Several connections side by side.' }
        @{ Avoid = '\bunverified\b'; Write = 'Not verified:'; Example = 'Unverified: the path.' }
        @{ Avoid = 'UnexpectedAnswer|MaximumAnswerBytes'; Write = 'UnexpectedResponse, MaximumResponseBytes'; Example = '-MaximumAnswerBytes 1GB' }
    )
    $texts = foreach ($scope in $scopes) {
        foreach ($file in Get-Item (Join-Path $Root $scope.Path)) {
            @{ Name = [IO.Path]::GetRelativePath($Root, $file).Replace('\', '/'); Path = $file.FullName; Only = $scope['Only']; Glossary = $glossary }
        }
    }

    # Shared parameters: the same name, type and default on several pages. Commands that connect are a group of their own.
    $pages = @(Get-ChildItem "$Root/docs" -Filter *-*.md | Read-HelpPage)
    $parameters = foreach ($page in $pages) {
        foreach ($name in $page.Facts.Name | Select-Object -Unique) {
            $fact = @($page.Facts | Where-Object { $_.Name -eq $name })[0]
            @{
                Page = $page.Name; Text = $fact.Description; Default = $fact['Default value']
                Name = "$($page.Name -like 'Connect-*' ? 'Connect ' : '')-$name$($fact['Type'].EndsWith('[]') ? '[]' : '')"
            }
        }
    }
    # Those whose meaning depends on the command, so that their texts differ.
    $own = '-Address', '-ClientId', '-ClubId', '-Code', '-ConferenceId[]', '-Email', '-FirstName', '-Hydrate', '-Id[]', '-InputObject', '-LastName', '-Name',
        '-Network', '-Path', '-Quiet', '-Reason', '-SaleId', '-Seats', '-Service[]', '-SessionId', '-SessionId[]', '-State', '-Status', '-Title[]', '-YearlyProductCode[]', 'Connect -Credential'
    $shared = $parameters | Group-Object { "$($_.Name) $($_.Default)" } | Where-Object Count -GT 1 | ForEach-Object {
        # A list below the text, such as the operations of -Route, belongs to the command.
        $several = @($_.Group | ForEach-Object { ($_.Text -split '\n\n', 2)[0] } | Sort-Object -Unique)
        @{ Name = $_.Group[0].Name; Texts = $several; Pages = @($_.Group | ForEach-Object { $_.Page }) -join ', ' }
    }
    $exceptions = @{ Listed = $own; Needed = @($shared | Where-Object { $_.Texts.Count -gt 1 } | ForEach-Object { $_.Name }) }
    $shared = $shared | Where-Object { $_.Name -notin $own }
}

Describe 'The words to avoid' {
    It 'are found in: <Example>' -ForEach $glossary {
        $Example | Should -Match $Avoid
    }

    It 'are not in <Name>' -ForEach $texts {
        $text = Get-Content -LiteralPath $Path -Raw
        if ($Only) { $text = [regex]::Matches($text, $Only).Value -join "`n" }
        # The change log names what was renamed.
        if ($Name -eq 'CHANGELOG.md') { $text = $text -replace '(?m)^- .*`(UnexpectedAnswer|-MaximumAnswerBytes)`.*$' }
        # The verb of a command's name, and the variable with the response to a prompt.
        if ($Name -like 'tests/*') { $text = $text -replace '\bapproved verb\b|\$Answer\b' }
        $found = foreach ($entry in $Glossary) {
            foreach ($match in [regex]::Matches($text, $entry.Avoid, 'IgnoreCase')) {
                "line $(($text.Substring(0, $match.Index) -split '\n').Count): '$($match.Value)'; write: $($entry.Write)"
            }
        }
        $found | Should -BeNullOrEmpty
    }
}

Describe 'Links' {
    It 'of <Name> lead to files that exist' -ForEach ($texts | Where-Object Name -Like *.md) {
        foreach ($link in [regex]::Matches((Get-Content -LiteralPath $Path -Raw), '\]\((?!https?://)([^)#]+)[^)]*\)')) {
            Join-Path (Split-Path $Path) $link.Groups[1].Value | Should -Exist
        }
    }
}

Describe 'docs/<_.Name>.md' -ForEach $pages {
    BeforeAll { $page = $_ }

    It 'has a SYNOPSIS that starts with a verb in the third person' {
        # To add a verb, add it here. A noun in the plural must not pass.
        $verbs = 'Adds', 'Cancels', 'Changes', 'Closes', 'Compares', 'Confirms', 'Connects', 'Creates', 'Exports', 'Gets', 'Moves', 'Provisions', 'Registers',
            'Removes', 'Requests', 'Sends', 'Tests', 'Updates'
        $page.Text | Should -MatchExactly "(?m)^## SYNOPSIS\n($($verbs -join '|')) [^\n]+\.$"
    }

    It 'has parameter texts that start with "Specifies" or "Indicates"' {
        $page.Facts | Where-Object { $_.Description -cnotmatch '^(Specifies|Indicates) ' } | ForEach-Object { "-$($_.Name): $($_.Description)" } | Should -BeNullOrEmpty
    }

    It 'explains each example' {
        foreach ($example in ($page.Text -split '(?m)^## ' -match '^EXAMPLES\n') -split '(?m)^### ' | Select-Object -Skip 1) {
            ($example -replace '(?s)```.*?```' -split '\n', 2)[1] | Should -Match '\w.*\.' -Because ($example -split '\n')[0]
        }
    }

    It 'has no link to a web page in RELATED LINKS' {
        ($page.Text -split '(?m)^## RELATED LINKS$')[1] | Should -Not -Match 'https?://' -Because 'Get-Help -Online opens the first one'
    }

    It 'marks what is not verified in one form of words, in NOTES' {
        # A page without such facts has none of these words.
        $before, $notes = $page.Text -split '(?m)^## NOTES$'
        [regex]::Matches($before, '(?i)not verified|inferred').Value | Should -BeNullOrEmpty
        foreach ($match in [regex]::Matches($notes, '(?i)\S+ not verified\S*|not verified\S*')) { $match.Value | Should -MatchExactly '^(Also not verified:|Not verified:)$' }
    }
}

Describe 'Parameters that several commands share' {
    It 'have one text: <Name> of <Pages>' -ForEach $shared {
        $Texts | Should -HaveCount 1 -Because "if its meaning depends on the command, add it to the exceptions: $($Texts -join ' <> ')"
    }

    It 'are listed as an exception only if their texts differ' -ForEach $exceptions {
        $Listed | Where-Object { $_ -notin $Needed } | Should -BeNullOrEmpty
    }
}
