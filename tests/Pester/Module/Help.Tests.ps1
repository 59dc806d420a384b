# Help is complete, agrees with the code, is generated from the pages, and its examples run.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/HelpPages.psm1" -Force
    Import-TestedModule
    $commands = Get-Command -Module TrainingApis | ForEach-Object Name
    $pages = @(Get-ChildItem "$Root/docs" -Filter *-*.md | Read-HelpPage)
    $examples = @($pages.Examples)
    $topics = @(Get-ChildItem "$Root/src/TrainingApis.Cmdlets/en-US" -Filter about_*.help.txt | ForEach-Object Name)
}

BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/HelpPages.psm1" -Force
    Import-TestedModule
    $docs = Join-Path $Root 'docs'
    $language = Join-Path $Root 'src/TrainingApis.Cmdlets/en-US'
    $generator = Join-Path $Root 'tools/HelpGenerator/bin/Release/net10.0'
    $maml = [xml] (Get-Content "$ModulePath/en-US/TrainingApis.Cmdlets.dll-Help.xml" -Raw)
}

Describe 'Get-Help <_>' -ForEach $commands {
    BeforeAll {
        $command = Get-Command $_
        $help = Get-Help $_ -Full
        $names = @($command.ParameterSets | ForEach-Object { Get-OwnParameter $_ } | ForEach-Object Name | Sort-Object -Unique)
    }

    It 'has a synopsis and a description' {
        $help.Synopsis | Should -Match '^[A-Z][^\[\]]+\.$'
        $help.description.Text -join ' ' | Should -Match '\w{2,}.*\.$'
    }

    It 'describes every parameter, and none that is hidden' {
        @($help.parameters.parameter.name | Sort-Object) | Should -Be $names
        $help.parameters.parameter | Where-Object { ($_.description.Text -join ' ') -notmatch '(?s)^.{5,}\.$' } | ForEach-Object name | Should -BeNullOrEmpty -Because 'each is described, in a sentence'
    }

    It 'shows every parameter set' {
        $help.syntax.syntaxItem | Should -HaveCount @($command.ParameterSets).Count
        $shown = $help.syntax.syntaxItem | ForEach-Object { @($_.parameter.name | Sort-Object) -join ' ' } | Sort-Object
        $shown | Should -Be ($command.ParameterSets | ForEach-Object { @(Get-OwnParameter $_ | ForEach-Object Name | Sort-Object) -join ' ' } | Sort-Object)
    }

    It 'has two examples or more, inputs, outputs, notes and related links' {
        @($help.examples.example).Count | Should -BeGreaterOrEqual 2
        $help.inputTypes.inputType | Should -Not -BeNullOrEmpty
        $help.returnValues.returnValue | Should -Not -BeNullOrEmpty
        ($help.alertSet | Out-String).Trim() | Should -Not -BeNullOrEmpty
        $help.relatedLinks.navigationLink | Should -Not -BeNullOrEmpty
    }

    It 'contains no placeholder and no Markdown mark-up' {
        # All text nodes, one a line; formatting by PowerShell takes a hundred times as long.
        $text = $maml.SelectNodes("//*[local-name()='command'][*[local-name()='details']/*[local-name()='name' and .='$_']]//text()").Value -join "`n"
        $text.Length | Should -BeGreaterThan 500
        $text | Should -Not -Match '\{\{|TODO|Fill in|lorem' -Because 'help is finished'
        $text | Should -Not -Match '``|<!--|\]\(|\*\*'
    }
}

Describe 'docs/<_.Name>.md' -ForEach $pages {
    BeforeAll {
        $page = $_
        $command = Get-Command $page.Name -Module TrainingApis -ErrorAction Ignore
    }

    It 'belongs to a cmdlet' {
        $class = $page.Name.Replace('-', '') + 'Command'
        (Get-Command Connect-Cegos).ImplementingType.Assembly.GetTypes().Name | Should -Contain $class
    }

    It 'has the facts of each parameter as in the code' {
        if (-not $command) { Set-ItResult -Skipped -Because "$($page.Name) is not exported yet" }
        $said = Get-PageFact $page @($command.ParameterSets.Name) | Sort-Object
        $said -join "`n" | Should -Be ((Get-CodeFact $command | Sort-Object) -join "`n")
    }

    It 'shows the same syntax as PowerShell' {
        if (-not $command) { Set-ItResult -Skipped -Because "$($page.Name) is not exported yet" }
        $page.Syntax -join "`n" | Should -Be ((Get-CodeSyntax $command) -join "`n")
    }

    It 'names the input and output types' {
        if (-not $command) { Set-ItResult -Skipped -Because "$($page.Name) is not exported yet" }
        $byValue = @($command.ParameterSets.Parameters | Where-Object ValueFromPipeline | ForEach-Object { ($_.ParameterType.GetElementType() ?? $_.ParameterType).FullName })
        # The parameter that takes a row is dynamic and hidden.
        if ($command.Parameters.ContainsKey('Journal')) { $byValue += 'System.Management.Automation.PSObject' }
        foreach ($type in $byValue ? $byValue : 'None') { $page.Inputs | Should -Contain $type }
        foreach ($type in $page.Inputs | Where-Object { $_ -ne 'None' -and $_ -notin $byValue }) {
            $members = ($type -as [type]).GetProperties().Name
            $members | Where-Object { $_ -in @($command.Parameters.Values | ForEach-Object { $_.Name; $_.Aliases }) } | Should -Not -BeNullOrEmpty -Because "$type is said to bind by a property"
        }

        $out = @($command.OutputType.Type | ForEach-Object { $_ -eq [void] ? 'None' : $_.FullName })
        @($page.Outputs | Sort-Object) | Should -Be @($out | Sort-Object)
    }

    It 'links to existing files' {
        foreach ($link in [regex]::Matches($page.Text, '\]\((?!https://)([^)]+)\)')) { Join-Path $docs $link.Groups[1].Value | Should -Exist }
    }
}

Describe 'The examples' {
    BeforeAll {
        $path = $env:PSModulePath
        $env:PSModulePath = (Split-Path $ModulePath) + [IO.Path]::PathSeparator + $path
        [cultureinfo]::CurrentCulture = 'en-US'
        $server = Start-SandboxServer
        $scripts = @(Get-ChildItem $docs -Filter *-*.md | Read-HelpPage).Examples | Where-Object { -not $_.NotRun }
        foreach ($script in $scripts) { $script.Prelude = 'Connect-TrainingSandbox' }
        # A topic is one session: an earlier block can define variables for a later one.
        $rows = @'
Connect-Cegos -Credential (Get-Credential)
$made = 1..2 | ForEach-Object { New-CegosRegistration -ManagerCrmId CON-1 -TraineeCrmId "CON-$_" -SessionId SES001 }
$made | Select-Object @{ n = 'ManagerCrmId'; e = { 'CON-1' } }, TraineeCrmId, SessionId | Export-Csv registrations.csv
$made | Select-Object RegistrationNumber, @{ n = 'SessionId'; e = { 'SES002' } } | Export-Csv moves.csv
'@
        $scripts += Get-ChildItem $language -Filter about_*.help.txt | ForEach-Object {
            @{ Command = $_.Name; Title = 'code'; Prelude = $rows; Code = @(Read-TopicCode $_) -join "`n"; Output = '' }
        }
        # The README is one session too. A block below a comment 'not run' needs a build or an installation.
        $readme = (Get-Content "$Root/README.md" -Raw) -replace '\r'
        $csv = [regex]::Match($readme, '(?s)```csv\n(.*?)\n```').Groups[1].Value
        $blocks = [regex]::Matches($readme, '(?s)(?<!-->\n)```powershell\n(.*?)\n```') | ForEach-Object { $_.Groups[1].Value }
        $files = @"
Connect-TrainingSandbox
Set-Content registrations.csv @'
$csv
'@
Set-Content people.csv @'
Civility,Emailing,LastName,FirstName,Email,ManagerCrmId,SessionId,ClientReference
Mme,non,Martin,Claire,claire.martin@example.com,CON-1,2025-61072-PAR-001,PO-3
'@
Set-Content members.csv @'
Email,FamilyName,GivenName,BirthDate
jane.roe@example.com,Roe,Jane,1990-05-17
'@
"@
        $scripts += @{ Command = 'README.md'; Title = 'code'; Prelude = $files; Code = $blocks -join "`n"; Output = '' }
        # Values that a user types or has in a vault, by prompt or name: of a secret only the password matters.
        $answers = @{
            'credential'       = New-TestCredential
            'Loop key'         = New-TestCredential 'sandbox-key' 'sandbox+secret/loop=='
            'Subscription key' = New-TestCredential -Password 'sandbox-subscription'
            'Gateway key'      = New-TestCredential -Password 'sandbox-gateway-key'
            'API key'          = New-TestCredential -Password 'sandbox-api-key'
            'Token'            = New-TestCredential -Password 'sandbox-token'
            'agendize-key'     = New-TestSecret 'sandbox-api-key'
            'agendize-token'   = New-TestSecret 'sandbox-token'
            'agendize-refresh' = New-TestSecret 'sandbox-refresh-token'
        }
        $outcomes = @{}
        Invoke-ExampleScript -Example $scripts -Server $server.Uri -Answer $answers -Folder $TestDrive |
            ForEach-Object { $outcomes["$($_.Example.Command) $($_.Example.Title)"] = $_ }
    }

    AfterAll {
        $env:PSModulePath = $path
        if ($server) { Stop-SandboxServer $server }
    }

    It '<Command>, <Title>, runs' -ForEach $examples {
        if ($NotRun) { Set-ItResult -Skipped -Because $NotRun }
        $outcomes["$Command $Title"].Problems | Should -BeNullOrEmpty
    }

    It '<Command>, <Title>, shows the output on the page' -ForEach ($examples | Where-Object Output) {
        $shown = ($outcomes["$Command $Title"].Output | Out-String -Width 110) -replace '\x1b\[[0-9;]*m' -replace '(?m)[ \r]+$'
        $shown.Trim("`n") | Should -Be $Output
    }

    It 'the code of the README runs, and registers the people of its CSV files' {
        $outcome = $outcomes['README.md code']
        $outcome.Problems | Should -BeNullOrEmpty
        @($outcome.Output | Where-Object { $_.PSTypeNames -contains 'TrainingApis.Cegos.RegistrationResult' }) | Should -HaveCount ($csv -split '\n').Count # a row for the heading, and one person of people.csv
    }

    It 'the README shows the output of the sample' {
        Connect-TestCegos $server
        $shown = Get-CegosProduct -Hydrate -First 3 | ConvertTo-Csv | ConvertFrom-Csv | Format-Table YearlyProductCode, DeliveryMode, Price, Title | Out-String -Width 79
        $shown = ($shown -replace '\x1b\[[0-9;]*m' -replace '(?m)[ \r]+$').Trim("`n")
        $readme | Should -BeLike "*$([Management.Automation.WildcardPattern]::Escape($shown))*"
    }

    It 'the code of <_> runs' -ForEach $topics {
        $outcomes["$_ code"].Problems | Should -BeNullOrEmpty
    }
}

Describe '<_>' -ForEach $topics {
    BeforeAll {
        $file = Join-Path $language $_
        $lines = Get-Content $file
        $topic = $_.Replace('.help.txt', '')
    }

    It 'is found, and at most 80 columns wide' {
        Get-Help $topic | Out-String | Should -Match "TOPIC\s+$topic"
        $lines | Where-Object Length -gt 80 | Should -BeNullOrEmpty
    }

    It 'names only existing commands and topics' {
        $known = @(Get-Command -Module TrainingApis | ForEach-Object Name)
        foreach ($name in [regex]::Matches($lines -join "`n", '\b[A-Z][a-z]+-(?:Cegos|Training)\w*\b(?!\*)').Value | Sort-Object -Unique) { $known | Should -Contain $name }
        foreach ($name in [regex]::Matches($lines -join "`n", '\babout_\w+').Value | Sort-Object -Unique) { Join-Path $language "$name.help.txt" | Should -Exist }
    }

    It 'uses only existing parameters of commands' {
        $known = Get-Command -Module TrainingApis | Group-Object Name -AsHashTable
        foreach ($code in Read-TopicCode $file) {
            $problems = $null
            $script = [Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $problems)
            $problems | Should -BeNullOrEmpty -Because $code
            foreach ($call in $script.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)) {
                if (-not $known.ContainsKey("$($call.GetCommandName())")) { continue }
                $given = $call.CommandElements | Where-Object { $_ -is [Management.Automation.Language.CommandParameterAst] } | ForEach-Object ParameterName
                $given | Where-Object { $_ -notin $known[$call.GetCommandName()].Parameters.Keys } | Should -BeNullOrEmpty -Because "$call"
            }
        }
    }
}

Describe 'about_TrainingApis' {
    It 'lists every command' {
        $text = Get-Content (Join-Path $language 'about_TrainingApis.help.txt') -Raw
        foreach ($name in (Get-Command -Module TrainingApis).Name) { $text | Should -Match "(?m)^    $name  " }
    }

    It 'lists every error ID with its category in about_TrainingApis_Errors' {
        $table = (Get-Content (Join-Path $language 'about_TrainingApis_Errors.help.txt') -Raw) -replace '\r'
        $map = (Get-Command Connect-Cegos).ImplementingType.Assembly.GetType('TrainingApis.Cmdlets.Errors.ErrorRecordFactory').GetMethod('From')
        foreach ($kind in [enum]::GetValues([TrainingApis.ApiErrorKind])) {
            $record = $map.Invoke($null, @([TrainingApis.ApiException]::new($kind, 'a test'), $null, $null))
            $record.FullyQualifiedErrorId | Should -Be $kind
            $table | Should -Match "(?m)^    $kind\s+$($record.CategoryInfo.Category)\s"
        }
    }
}

Describe 'The help file' {
    BeforeAll {
        # A separate checkout: the generator finds the pages relative to its own location.
        $copy = Join-Path $TestDrive 'copy'
        $null = New-Item -ItemType Directory "$copy/bin", "$copy/src/TrainingApis.Cmdlets" -Force
        Copy-Item "$generator/*" "$copy/bin" -Recurse
        Copy-Item $docs $copy -Recurse
        Copy-Item $language "$copy/src/TrainingApis.Cmdlets" -Recurse
        Set-Content "$copy/Module.sln" ''
        function Invoke-Generator { param($Folder) $text = dotnet "$Folder/HelpGenerator.dll" --check 2>&1; "$LASTEXITCODE $text" }
    }

    It 'is generated from the pages' {
        Invoke-Generator $generator | Should -Be '0 '
        Invoke-Generator "$copy/bin" | Should -Be '0 '
    }

    It 'differs if a page differs' {
        $page = "$copy/docs/Get-CegosCenter.md"
        $text = Get-Content $page -Raw
        Set-Content $page $text.Replace('Gets the training centres', 'Gets all training centres') -NoNewline
        Invoke-Generator "$copy/bin" | Should -Match '^1 .*is not up to date'
        Set-Content $page $text.Replace('## NOTES', '## NOTE') -NoNewline
        Invoke-Generator "$copy/bin" | Should -Match '^2 docs/Get-CegosCenter.md: the headings must be'
        Set-Content $page $text -NoNewline
        Invoke-Generator "$copy/bin" | Should -Be '0 '
    }

    It 'is in the module, with the topics' {
        foreach ($file in Get-ChildItem $language) { (Get-FileHash "$ModulePath/en-US/$($file.Name)").Hash | Should -Be (Get-FileHash $file).Hash -Because $file.Name }
    }
}
